import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Dictionary,
  Flag,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'

const Action = Choice(
  [
    'registered',
    'updated',
    'token_rotated',
    'suspended',
    'activated',
    'configured',
    'test_requested',
    'test_completed',
  ],
  'Kind of activity',
)

export const WorkerActivity = Shape('WorkerActivity', {
  id: Id(),
  action: Action,
  successful: Flag('Whether it succeeded'),
  message: Nullable(Text(500, { description: 'Reason or error' })),
  details: Dictionary('Details'),
  ip_address: Nullable(Text(50, { description: 'IP address' })),
  performed_at: Time('When it happened'),
})

export const ActivityFilters = {
  action: Action,
  successful: Type.Boolean({ description: 'Only successful ones, or only failed ones' }),
}

type Filters = QueryValues<typeof ActivityFilters>

export function listWorkerActivities(
  ctx: PlatformCtx,
  workerId: string,
  page: PageRequest,
  { action, successful }: Filters,
) {
  let query = ctx.db
    .selectFrom('worker_activities')
    .select(['id', 'action', 'successful', 'message', 'details', 'ip_address', 'performed_at'])
    .$narrowType<{ action: Static<typeof Action> }>()
    .where('worker_id', '=', workerId)
  if (action) query = query.where('action', '=', action)
  if (successful !== undefined) query = query.where('successful', '=', successful)
  return paginate(ctx, query, page, 'worker_activities')
}

/** Records an activity of a worker. */
export async function recordWorkerActivity(
  tx: PlatformTx,
  workerId: string,
  action: Static<typeof Action>,
  fields: { successful?: boolean; message?: string | null; details?: Record<string, unknown> } = {},
): Promise<void> {
  const ip_address = tx.request?.ip ?? null
  const row = { id: randomUUIDv7(), worker_id: workerId, action, ip_address }
  await tx.db
    .insertInto('worker_activities')
    .values({ ...row, ...fields, performed_at: tx.now() })
    .execute()
}

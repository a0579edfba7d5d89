import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Count,
  Flag,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { Type } from 'typebox'

export const ServiceCheck = Shape('ServiceCheck', {
  id: Id(),
  ok: Flag('Whether it passed'),
  latency_ms: Count('Duration in milliseconds', [84]),
  http_status: Nullable(
    Type.Integer({ description: 'HTTP status of the response', examples: [200] }),
  ),
  error: Nullable(Text(500, { description: 'Why it failed, or a warning' })),
  checked_at: Time('When it ran'),
})

export const CheckFilters = {
  ok: Type.Boolean({ description: 'Only checks that passed, or only those that failed' }),
}

/** The checks of the last 90 days. */
export function listChecks(
  ctx: PlatformCtx,
  serviceId: string,
  page: PageRequest,
  { ok }: { ok?: boolean },
) {
  let query = ctx.db
    .selectFrom('service_checks')
    .select(['id', 'ok', 'latency_ms', 'http_status', 'error', 'checked_at'])
    .where('service_id', '=', serviceId)
  if (ok !== undefined) query = query.where('ok', '=', ok)
  return paginate(ctx, query, page, 'service_checks')
}

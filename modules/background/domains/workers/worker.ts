import { randomUUIDv7 } from 'node:crypto'
import { type QueueName, queues } from '@powernode/contract/jobs.ts'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { contains, refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Changes,
  Choice,
  Count,
  Flag,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Secret,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { countHeldBy } from '@powernode/server/platform/jobs/attempts.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { recordWorkerActivity } from './activity.ts'
import { newToken } from './token.ts'

/**
 * A worker that has not called for longer is offline: it calls every twenty seconds, and that is recorded once a
 * minute.
 */
export const OFFLINE_AFTER_SECONDS = 120

const Name = Title(50, {
  min: 3,
  description: 'Name, unique on this server',
  examples: ['reports-1'],
})
const Description = Nullable(Text(255, { description: 'Purpose' }))

export const WorkerStatus = Choice(['active', 'suspended'], 'Suspended workers get no jobs')

export const WorkerConfig = Shape('WorkerConfig', {
  concurrency: Nullable(
    Type.Integer({
      minimum: 1,
      maximum: 500,
      description: 'Concurrent jobs; null leaves it to the worker’s own setting',
      examples: [100],
    }),
  ),
  queues: ListOf(Choice(queues, 'A queue'), {
    maxItems: 50,
    description: 'Queues it leases jobs from; none means all',
    examples: [['email']],
  }),
})

export const Worker = Shape('Worker', {
  id: Id(),
  name: Name,
  description: Description,
  status: WorkerStatus,
  is_system: Flag('Started and registered by `powernode up`'),
  online: Flag('Whether it has contacted the server within the last two minutes'),
  token_preview: Text(50, { description: 'Prefix of the token, to identify it' }),
  token_rotated_at: Nullable(Time('When its token was last rotated')),
  ...WorkerConfig.properties,
  running_count: Count('Jobs leased to it'),
  completed_count: Count('Jobs it has completed'),
  failed_count: Count('Failed attempts'),
  last_seen_at: Nullable(Time('When it last called')),
  created_at: Time('When it was registered'),
  updated_at: Time('When it was last changed'),
})

export const WorkerWithToken = Shape('WorkerWithToken', {
  ...Worker.properties,
  token: Secret(
    'The token, `WORKER_TOKEN` of the worker. It is not shown again',
    'swt_Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE',
    { maxLength: 100 },
  ),
})

export const NewWorker = Shape('NewWorker', { name: Name, description: Type.Optional(Description) })
export const WorkerChanges = Changes('WorkerChanges', NewWorker)
export const WorkerConfigChanges = Changes('WorkerConfigChanges', WorkerConfig)

export const WorkerFilters = {
  status: WorkerStatus,
  online: Flag('Only workers that have called within the last two minutes, or only the others'),
  search: Text(50, { description: 'Part of the name' }),
}

type Filters = QueryValues<typeof WorkerFilters>

export function listWorkers(
  ctx: PlatformCtx,
  page: PageRequest,
  { status, online, search }: Filters,
) {
  let query = selectWorkers(ctx)
  if (status) query = query.where('status', '=', status)
  if (online !== undefined) query = query.where(isOnline(ctx.now()), '=', online)
  if (search) query = query.where((eb) => contains(eb.ref('name'), search))
  return paginate(ctx, query, page, 'workers')
}

export async function readWorker(ctx: PlatformCtx, id: string) {
  const worker = await selectWorkers(ctx).where('workers.id', '=', id).executeTakeFirst()
  if (!worker) throw fail.notFound('worker')
  return worker
}

export async function createWorker(ctx: PlatformCtx, input: Static<typeof NewWorker>) {
  const { token, ...stored } = newToken()
  const id = randomUUIDv7()
  await ctx
    .transaction(async (tx) => {
      await tx.db
        .insertInto('workers')
        .values({ ...input, ...stored, id })
        .execute()
      await recordWorkerActivity(tx, id, 'registered')
      await tx.audit('worker.created', id, { new: input })
    })
    .catch(nameTaken)
  return { ...(await readWorker(ctx, id)), token }
}

export async function updateWorker(
  ctx: PlatformCtx,
  id: string,
  changes: Static<typeof WorkerChanges>,
) {
  await ctx
    .transaction(async (tx) => {
      const before = await change(tx, id, changes)
      await recordWorkerActivity(tx, id, 'updated')
      await tx.audit('worker.updated', id, diffOf(before, changes))
    })
    .catch(nameTaken)
  return readWorker(ctx, id)
}

/** Deletes a worker; its leased jobs go to other workers at once. The installation's own worker cannot be deleted. */
export async function deleteWorker(ctx: PlatformCtx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { name, is_system } = await lockWorker(tx, id)
    if (is_system) throw fail.with('conflict', 'The worker of this installation cannot be deleted')
    await tx.release(id)
    await tx.db.deleteFrom('workers').where('id', '=', id).execute()
    await tx.audit('worker.deleted', id, { old: { name } })
    await tx.forget({ worker: id })
  })
}

export async function readWorkerConfig(ctx: PlatformCtx, id: string) {
  const { concurrency, queues } = await readWorker(ctx, id)
  return { concurrency, queues }
}

/** Changes the configuration. A waiting worker gets it at once, a busy one with its next lease. */
export async function configureWorker(
  ctx: PlatformCtx,
  id: string,
  changes: Static<typeof WorkerConfigChanges>,
) {
  await ctx.transaction(async (tx) => {
    const before = await change(tx, id, changes)
    await recordWorkerActivity(tx, id, 'configured', { details: changes })
    await tx.audit('worker.configured', id, diffOf(before, changes))
    await tx.forget({ worker: id })
  })
  return readWorkerConfig(ctx, id)
}

async function change(tx: PlatformTx, id: string, columns: object) {
  const before = await lockWorker(tx, id)
  await tx.db
    .updateTable('workers')
    .set({ ...columns, updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
  return before
}

export async function lockWorker(tx: PlatformTx, id: string) {
  const worker = await tx.db
    .selectFrom('workers')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!worker) throw fail.notFound('worker')
  return worker
}

const nameTaken = refuseDuplicate('workers_name_key', 'name')

function isOnline(now: Date) {
  const since = new Date(now.getTime() - OFFLINE_AFTER_SECONDS * 1000)
  return sql<boolean>`coalesce(last_seen_at > ${since}, false)`
}

function selectWorkers(ctx: PlatformCtx) {
  return ctx.db
    .selectFrom('workers')
    .select([
      'workers.id',
      'name',
      'description',
      'status',
      'is_system',
      'token_preview',
      'token_rotated_at',
      'concurrency',
      'completed_count',
      'failed_count',
      'last_seen_at',
      'workers.created_at',
      'workers.updated_at',
      sql<QueueName[]>`queues`.as('queues'),
      isOnline(ctx.now()).as('online'),
      countHeldBy(sql`workers.id::text`).as('running_count'),
    ])
}

import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { Choice, Count, Id, ListOf, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import { recordWorkerActivity } from './activity.ts'
import { readWorker } from './worker.ts'

export const WorkerHealth = Shape('WorkerHealth', {
  status: Choice(['healthy', 'warning', 'error'], 'Status'),
  reasons: ListOf(Text(200, { description: 'Problems found' }), {
    description: 'Suggestions; empty if there are no problems',
  }),
})

export const WorkerTest = Shape('WorkerTest', { job_id: Id('The job that runs the test') })

export const WorkerTestResults = Shape('WorkerTestResults', {
  status: Choice(['completed', 'failed'], 'Result'),
  duration_ms: Count('Duration', [12]),
  message: Type.Optional(Text(500, { description: 'Error message' })),
})

/** What the server knows about the health of a worker: whether it is connected, and whether it gets jobs. */
export async function checkWorker(
  ctx: PlatformCtx,
  id: string,
): Promise<Static<typeof WorkerHealth>> {
  const { status, online, last_seen_at } = await readWorker(ctx, id)
  const silentMs = last_seen_at ? ctx.now().getTime() - last_seen_at.getTime() : 0
  const reasons = [
    status === 'suspended' && 'The worker is suspended and gets no jobs',
    last_seen_at === null && 'Not connected yet. Start the worker with this token',
    last_seen_at !== null &&
      !online &&
      `The worker has not contacted the server since ${last_seen_at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  ].filter((reason) => reason !== false)
  if (reasons.length === 0) return { status: 'healthy', reasons }
  return { status: silentMs > DAY_MS ? 'error' : 'warning', reasons }
}

/** Tests that a worker runs jobs; the result appears in the activities of this worker. */
export async function testWorker(ctx: PlatformCtx, id: string) {
  await readWorker(ctx, id)
  return ctx.transaction(async (tx) => {
    await lockWorkerRow(tx, id)
    const job_id = await tx.enqueue('test_worker', { worker_id: id })
    await recordWorkerActivity(tx, id, 'test_requested', { details: { job_id } })
    await tx.audit('worker.tested', id, { metadata: { job_id } })
    return { job_id }
  })
}

export async function recordTest(
  ctx: PlatformCtx,
  id: string,
  { status, duration_ms, message }: Static<typeof WorkerTestResults>,
): Promise<void> {
  await readWorker(ctx, id)
  // Any free worker can lease the job, but the result of another worker does not describe this one.
  const own = ctx.actor.kind === 'worker' && ctx.actor.workerId === id
  await ctx.transaction(async (tx) => {
    tx.unaudited('the worker’s own activities record the result')
    await lockWorkerRow(tx, id)
    await recordWorkerActivity(tx, id, 'test_completed', {
      successful: own && status === 'completed',
      message: own
        ? (message ?? null)
        : 'The worker did not lease the test within half a minute; another worker did',
      details: { duration_ms },
    })
  })
}

/** Locks a worker against deletion until the transaction ends. */
async function lockWorkerRow(tx: PlatformTx, id: string) {
  const query = tx.db.selectFrom('workers').select('id').where('id', '=', id).forKeyShare()
  if (!(await query.executeTakeFirst())) throw fail.notFound('worker')
}

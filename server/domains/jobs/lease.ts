import type { ServerResponse } from 'node:http'
import type { JobInput, JobName, LeasedJob } from '@powernode/contract/jobs.ts'
import { TraceContext } from '@powernode/contract/tracing.ts'
import { type Static, Type } from 'typebox'
import type { PlatformCtx, PlatformTx } from '../../platform/db/context.ts'
import { fail } from '../../platform/http/fail.ts'
import { Id, List, Nullable, Shape, Text } from '../../platform/http/shapes.ts'
import { Attempt, Input, Name } from './job.ts'

const LONGEST_SEARCH_SECONDS = 30

const Held = { id: Id(), name: Name, attempt: Attempt }

export const LeaseRequest = Shape({
  slots: Type.Integer({
    minimum: 0,
    maximum: 500,
    description: 'How many jobs to take; 0 only reports',
  }),
  wait_seconds: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 30, default: 0, description: 'How long to wait for work' }),
  ),
  finished: Type.Optional(
    List(
      Shape({
        ...Held,
        error: Type.Optional(
          Text(2000, { description: 'Why it failed; absent means that it succeeded' }),
        ),
        final: Type.Optional(Type.Boolean({ description: 'Do not try again' })),
      }),
      { maxItems: 1000, description: 'Attempts that ended' },
    ),
  ),
  running: Type.Optional(
    List(Shape(Held), { maxItems: 1000, description: 'Attempts to keep; silence gives them up' }),
  ),
})

export const Lease = Shape({
  jobs: List(Shape({ ...Held, input: Input, trace: Type.Optional(TraceContext) })),
  concurrency: Nullable(
    Type.Integer({ description: 'Jobs at a time, if an operator has set it', examples: [100] }),
  ),
  lost: List(Id(), { description: 'Running attempts that are no longer yours: stop them' }),
})

/** One turn of a worker: its reports are taken first, so that a freed slot can be filled at once. */
export async function leaseJobs(
  ctx: PlatformCtx,
  { slots, wait_seconds = 0, finished = [], running = [] }: Static<typeof LeaseRequest>,
  response: ServerResponse,
): Promise<Static<typeof Lease>> {
  const { queue, stopping } = ctx.platform
  if (ctx.actor.kind !== 'worker') throw fail.with('forbidden')
  const { workerId, concurrency, queues } = ctx.actor
  await queue.settle(finished)
  if (finished.length > 0) await noteFinished(ctx, workerId, finished)
  const lost = await queue.heartbeat(running)
  if (slots === 0) return { jobs: [], lost, concurrency }

  // Jobs leased to a worker that hung up would only wait for their lease to run out.
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const stop = AbortSignal.any([gone.signal, stopping, queue.recalled(workerId)])
  const jobs = await queue.lease(slots, wait_seconds * 1000, stop, queues)
  if (jobs.length === 0) return { jobs, lost, concurrency }
  if (gone.signal.aborted) return { jobs: await giveBack(ctx, jobs), lost, concurrency }
  return { jobs: await hold(ctx, workerId, jobs), lost, concurrency }
}

/** Gives what a worker has in hand to others at once; what it still reports of them counts for nothing. */
export async function releaseLeases(tx: PlatformTx, workerId: string): Promise<number> {
  const held = await tx.db
    .deleteFrom('job_leases')
    .where('worker_id', '=', workerId)
    .returning(['job_id as id', 'name'])
    .$narrowType<{ name: JobName }>()
    .execute()
  await tx.release(held)
  return held.length
}

/** What was leased while the worker hung up. */
function giveBack(ctx: PlatformCtx, jobs: LeasedJob[]): Promise<LeasedJob[]> {
  return ctx.transaction(async (tx) => {
    await tx.release(jobs)
    return []
  })
}

/** Notes who has the jobs. A worker suspended meanwhile does not get them. */
function hold(ctx: PlatformCtx, workerId: string, jobs: LeasedJob[]): Promise<LeasedJob[]> {
  return ctx.transaction(async (tx) => {
    const active = await tx.db
      .selectFrom('workers')
      .select('id')
      .where('id', '=', workerId)
      .where('status', '=', 'active')
      .forShare()
      .executeTakeFirst()
    const others = active ? jobs.filter((job) => isForAnother(job, workerId)) : jobs
    await tx.release(others, active ? 1 : 0)
    const mine = jobs.filter((job) => !others.includes(job))
    if (mine.length === 0) return []
    const row = { worker_id: workerId, leased_at: tx.now() }
    await tx.db
      .insertInto('job_leases')
      .values(mine.map(({ id, name }) => ({ ...row, job_id: id, name })))
      .onConflict((conflict) => conflict.column('job_id').doUpdateSet(row))
      .execute()
    return mine
  })
}

/** A test goes back for a second, until the worker it is meant for takes it; one that is away is waited for in vain. */
function isForAnother({ name, input, attempt }: LeasedJob, workerId: string) {
  if (name !== 'test_worker' || attempt > LONGEST_SEARCH_SECONDS) return false
  const { worker_id } = input as JobInput<'test_worker'>
  return worker_id !== undefined && worker_id !== workerId
}

async function noteFinished(
  { db, platform, now }: PlatformCtx,
  workerId: string,
  finished: { id: string; error?: string }[],
) {
  const broken = new Set(finished.flatMap(({ id, error }) => (error === undefined ? [] : [id])))
  const failed = broken.size
  await db
    .updateTable('workers')
    .set((eb) => ({
      completed_count: eb('completed_count', '+', finished.length - failed),
      failed_count: eb('failed_count', '+', failed),
    }))
    .where('id', '=', workerId)
    .execute()
  const ids = finished.map(({ id }) => id)
  // Only its own: a late report of a lost attempt leaves the lease of whoever has the job now.
  const leases = await db
    .deleteFrom('job_leases')
    .where('worker_id', '=', workerId)
    .where('job_id', 'in', ids)
    .returning(['job_id', 'name', 'leased_at'])
    .$narrowType<{ name: JobName }>()
    .execute()
  for (const { job_id, name, leased_at } of leases) {
    const seconds = (now().getTime() - leased_at.getTime()) / 1000
    platform.metrics.jobEnded(name, broken.has(job_id) ? 'failed' : 'completed', seconds)
  }
}

import type { ServerResponse } from 'node:http'
import type { JobInput, JobName, LeasedJob } from '@powernode/contract/jobs.ts'
import { TraceContext } from '@powernode/contract/tracing.ts'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { Batch, checkItems, RefusedItems } from '@powernode/server/platform/http/batch.ts'
import { Id, ListOf, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { countEnded } from '../workers/counts.ts'
import { leasedToOthers } from './holder.ts'
import { JobAttempt, JobInputField, Name } from './job.ts'

const LONGEST_SEARCH_SECONDS = 30

const LeasedAttempt = { id: Id(), name: Name, attempt: JobAttempt }
const Running = Shape('RunningJob', LeasedAttempt)
const Finished = Shape('FinishedJob', {
  ...LeasedAttempt,
  error: Type.Optional(Text(2000, { description: 'Why it failed; absent if it succeeded' })),
  final: Type.Optional(Type.Boolean({ description: 'Do not try again' })),
  unknown: Type.Optional(
    Type.Boolean({
      description: 'This worker has no handler for the job; another may, so release it',
    }),
  ),
  released: Type.Optional(
    Type.Boolean({ description: 'This worker has not started the job; release it to others' }),
  ),
})

export const LeaseRequest = Shape('LeaseRequest', {
  slots: Type.Integer({
    minimum: 0,
    maximum: 500,
    description: 'How many jobs to lease; 0 only reports',
  }),
  wait_seconds: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 30, default: 0, description: 'How long to wait for jobs' }),
  ),
  knows: Type.Optional(
    ListOf(Text(100, { description: 'Name of a job', examples: ['deliver_mail'] }), {
      maxItems: 1000,
      description: 'Jobs that this worker has handlers for; only these are leased. All by default',
    }),
  ),
  finished: Type.Optional(
    Batch(Finished, {
      maxItems: 1000,
      description:
        'Attempts that ended; each counts once, even if repeated. Those leased to another worker are ignored',
    }),
  ),
  running: Type.Optional(
    Batch(Running, {
      maxItems: 1000,
      description: 'Running attempts; those left out lose their lease',
    }),
  ),
})

export const Lease = Shape('Lease', {
  jobs: ListOf(
    Shape({ ...LeasedAttempt, input: JobInputField, trace: Type.Optional(TraceContext) }),
  ),
  concurrency: Nullable(
    Type.Integer({ description: 'Concurrent jobs, if an operator has set it', examples: [100] }),
  ),
  lost: ListOf(Id(), { description: 'Running attempts that have lost their lease: stop them' }),
  refused: RefusedItems,
})

/**
 * One request of a worker: reports are recorded first, so that a free slot is filled at once. `refused` has what is
 * wrong in `finished`; invalid entries of `running` count as lost. Jobs leased to another worker are not touched.
 */
export async function leaseJobs(
  ctx: PlatformCtx,
  {
    slots,
    wait_seconds = 0,
    knows: knownJobs,
    finished: reported = [],
    running: leased = [],
  }: Static<typeof LeaseRequest>,
  response: ServerResponse,
): Promise<Static<typeof Lease>> {
  const { queue, stopping } = ctx.platform
  if (ctx.actor.kind !== 'worker') throw fail.with('forbidden')
  const { workerId, concurrency, queues } = ctx.actor
  const { good: valid, refused } = checkItems(Finished, reported)
  const endedAttempts = valid.map(({ item }) => item)
  const running = checkItems(Running, leased)
  const isOthers = await leasedToOthers(ctx, [
    ...endedAttempts,
    ...running.good.map(({ item }) => item),
  ])
  const returned = endedAttempts.filter(({ unknown, released }) => unknown || released)
  const finished = endedAttempts.filter((job) => !returned.includes(job) && !isOthers(job))
  await returnJobs(ctx, workerId, returned)
  await queue.settle(finished)
  if (finished.length > 0) await countFinished(ctx, workerId, finished)
  const unread = running.refused
    .map(({ index }) => leased[index]?.id)
    .filter((id) => typeof id === 'string')
  const lost = [...(await extendLeases(ctx, running.good, isOthers)), ...unread]
  if (slots === 0) return { jobs: [], lost, concurrency, refused }

  // If the worker has disconnected, jobs would be blocked until their lease expires.
  const disconnected = new AbortController()
  response.once('close', () => disconnected.abort())
  const stop = AbortSignal.any([disconnected.signal, stopping, queue.recalled(workerId)])
  const jobs = await queue.lease(slots, wait_seconds * 1000, stop, queues, knownJobs)
  const leaseResponse = { lost, concurrency, refused }
  if (jobs.length === 0) return { jobs, ...leaseResponse }
  if (disconnected.signal.aborted) return { jobs: await releaseJobs(ctx, jobs), ...leaseResponse }
  return { jobs: await recordLeases(ctx, workerId, jobs), ...leaseResponse }
}

/** Extends leases; returns the ids of those that are lost. */
async function extendLeases(
  { platform }: PlatformCtx,
  leased: { item: Static<typeof Running> }[],
  isOthers: (job: { id: string }) => boolean,
): Promise<string[]> {
  const running = leased.map(({ item }) => item)
  const lost = await platform.queue.heartbeat(running.filter((job) => !isOthers(job)))
  return [...lost, ...running.filter(isOthers).map(({ id }) => id)]
}

/** Releases the leased jobs of a worker at once; its later reports about them are ignored. */
export async function releaseLeases(tx: PlatformTx, workerId: string): Promise<number> {
  const leased = await tx.db
    .deleteFrom('job_leases')
    .where('worker_id', '=', workerId)
    .returning(['job_id as id', 'name'])
    .$narrowType<{ name: JobName }>()
    .execute()
  await tx.release(leased)
  return leased.length
}

/** Releases jobs that were leased after the worker disconnected. */
function releaseJobs(ctx: PlatformCtx, jobs: LeasedJob[]): Promise<LeasedJob[]> {
  return ctx.transaction(async (tx) => {
    await tx.release(jobs)
    return []
  })
}

/** Only jobs still leased to the worker; a repeated report may come when another worker has the job. */
async function returnJobs(ctx: PlatformCtx, workerId: string, reported: Static<typeof Finished>[]) {
  if (reported.length === 0) return
  const unknownIds = new Set(
    reported.flatMap(({ id, unknown }) => (unknown ? [id.toLowerCase()] : [])),
  )
  const unknownJobs = await ctx.transaction(async (tx) => {
    tx.unaudited('returns jobs that did not run')
    const leased = await tx.db
      .deleteFrom('job_leases')
      .where('worker_id', '=', workerId)
      .where(
        'job_id',
        'in',
        reported.map(({ id }) => id),
      )
      .returning(['job_id as id', 'name'])
      .$narrowType<{ name: JobName }>()
      .execute()
    await tx.release(leased.filter(({ id }) => !unknownIds.has(id)))
    return leased.filter(({ id }) => unknownIds.has(id))
  })
  await ctx.platform.queue.giveBackUnknown(unknownJobs)
}

/** Records the leases. A worker suspended in the meantime gets no jobs. */
function recordLeases(ctx: PlatformCtx, workerId: string, jobs: LeasedJob[]): Promise<LeasedJob[]> {
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
    const ownJobs = jobs.filter((job) => !others.includes(job))
    if (ownJobs.length === 0) return []
    tx.unaudited('leases are temporary')
    const row = { worker_id: workerId, leased_at: tx.now() }
    await tx.db
      .insertInto('job_leases')
      .values(ownJobs.map(({ id, name, attempt }) => ({ ...row, job_id: id, name, attempt })))
      .onConflict((conflict) =>
        conflict
          .column('job_id')
          .doUpdateSet((eb) => ({ ...row, attempt: eb.ref('excluded.attempt') })),
      )
      .execute()
    return ownJobs
  })
}

/** A test job is deferred for a second until its own worker leases it; the test of an offline worker times out. */
function isForAnother({ name, input, attempt }: LeasedJob, workerId: string) {
  if (name !== 'test_worker' || attempt > LONGEST_SEARCH_SECONDS) return false
  const { worker_id } = input as JobInput<'test_worker'>
  return worker_id !== undefined && worker_id !== workerId
}

/** Counts finished jobs by the leases that end with them, so that a repeated report counts once. */
async function countFinished(
  ctx: PlatformCtx,
  workerId: string,
  finished: { id: string; attempt: number; error?: string }[],
) {
  const failedIds = new Set(finished.flatMap(({ id, error }) => (error === undefined ? [] : [id])))
  const isReported = sql<boolean>`exists (
    select from unnest(${finished.map(({ id }) => id)}::uuid[], ${finished.map(({ attempt }) => attempt)}::int[])
      reported(id, attempt)
    where reported.id = job_id and reported.attempt = coalesce(job_leases.attempt, reported.attempt))`
  const leases = await ctx.transaction(async (tx) => {
    tx.unaudited('pg-boss records the end of a job')
    // Only its own lease: a late report of a lost attempt must not end the lease of the current worker.
    const ended = await tx.db
      .deleteFrom('job_leases')
      .where('worker_id', '=', workerId)
      .where(
        'job_id',
        'in',
        finished.map(({ id }) => id),
      )
      .where(isReported)
      .returning(['job_id', 'name', 'leased_at'])
      .$narrowType<{ name: JobName }>()
      .execute()
    const failed = ended.filter(({ job_id }) => failedIds.has(job_id)).length
    if (ended.length > 0) await countEnded(tx, workerId, ended.length - failed, failed)
    return ended
  })
  for (const { job_id, name, leased_at } of leases) {
    const seconds = (ctx.now().getTime() - leased_at.getTime()) / 1000
    ctx.platform.metrics.jobEnded(name, failedIds.has(job_id) ? 'failed' : 'completed', seconds)
  }
}

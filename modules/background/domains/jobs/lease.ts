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
import { JobAttempt, JobInputField, Name } from './job.ts'

const LONGEST_SEARCH_SECONDS = 30

const Held = { id: Id(), name: Name, attempt: JobAttempt }
const Running = Shape('RunningJob', Held)
const Finished = Shape('FinishedJob', {
  ...Held,
  error: Type.Optional(
    Text(2000, { description: 'Why it failed; absent means that it succeeded' }),
  ),
  final: Type.Optional(Type.Boolean({ description: 'Do not try again' })),
  unknown: Type.Optional(
    Type.Boolean({
      description: 'This worker does not know the job; another may, so give it back',
    }),
  ),
})

export const LeaseRequest = Shape('LeaseRequest', {
  slots: Type.Integer({
    minimum: 0,
    maximum: 500,
    description: 'How many jobs to take; 0 only reports',
  }),
  wait_seconds: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 30, default: 0, description: 'How long to wait for work' }),
  ),
  knows: Type.Optional(
    ListOf(Text(100, { description: 'Name of a job', examples: ['deliver_mail'] }), {
      maxItems: 1000,
      description: 'Jobs this worker has handlers for, to be given no others; all when left out',
    }),
  ),
  finished: Type.Optional(
    Batch(Finished, {
      maxItems: 1000,
      description: 'Attempts that ended; told twice, each counts once',
    }),
  ),
  running: Type.Optional(
    Batch(Running, { maxItems: 1000, description: 'Attempts to keep; silence gives them up' }),
  ),
})

export const Lease = Shape('Lease', {
  jobs: ListOf(Shape({ ...Held, input: JobInputField, trace: Type.Optional(TraceContext) })),
  concurrency: Nullable(
    Type.Integer({ description: 'Jobs at a time, if an operator has set it', examples: [100] }),
  ),
  lost: ListOf(Id(), { description: 'Running attempts that are no longer yours: stop them' }),
  refused: RefusedItems,
})

/**
 * One turn of a worker: its reports are taken first, so that a freed slot can be filled at once. `refused` names what is
 * wrong among `finished`; of `running`, what cannot be read counts as lost.
 */
export async function leaseJobs(
  ctx: PlatformCtx,
  {
    slots,
    wait_seconds = 0,
    knows,
    finished: reported = [],
    running: held = [],
  }: Static<typeof LeaseRequest>,
  response: ServerResponse,
): Promise<Static<typeof Lease>> {
  const { queue, stopping } = ctx.platform
  if (ctx.actor.kind !== 'worker') throw fail.with('forbidden')
  const { workerId, concurrency, queues } = ctx.actor
  const { good, refused } = checkItems(Finished, reported)
  const told = good.map(({ item }) => item)
  const finished = told.filter(({ unknown }) => !unknown)
  await giveBackUnknown(
    ctx,
    workerId,
    told.filter(({ unknown }) => unknown),
  )
  await queue.settle(finished)
  if (finished.length > 0) await noteFinished(ctx, workerId, finished)
  const lost = await keep(ctx, held)
  if (slots === 0) return { jobs: [], lost, concurrency, refused }

  // Jobs leased to a worker that hung up would only wait for their lease to run out.
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const stop = AbortSignal.any([gone.signal, stopping, queue.recalled(workerId)])
  const jobs = await queue.lease(slots, wait_seconds * 1000, stop, queues, knows)
  const answer = { lost, concurrency, refused }
  if (jobs.length === 0) return { jobs, ...answer }
  if (gone.signal.aborted) return { jobs: await giveBack(ctx, jobs), ...answer }
  return { jobs: await hold(ctx, workerId, jobs), ...answer }
}

/** Extends leases; returns the ids of those that are lost. */
async function keep({ platform }: PlatformCtx, held: Static<typeof Running>[]): Promise<string[]> {
  const { good, refused } = checkItems(Running, held)
  const lost = await platform.queue.heartbeat(good.map(({ item }) => item))
  const unread = refused.map(({ index }) => held[index]?.id).filter((id) => typeof id === 'string')
  return [...lost, ...unread]
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

/** Only what the worker has still: told twice, another may have it by then. */
async function giveBackUnknown(
  ctx: PlatformCtx,
  workerId: string,
  reported: Static<typeof Finished>[],
) {
  if (reported.length === 0) return
  const held = await ctx.transaction((tx) => {
    tx.unaudited('jobs that nobody has')
    return tx.db
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
  })
  await ctx.platform.queue.giveBackUnknown(held)
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
    tx.unaudited('who has which job; nothing of it lasts')
    const row = { worker_id: workerId, leased_at: tx.now() }
    await tx.db
      .insertInto('job_leases')
      .values(mine.map(({ id, name, attempt }) => ({ ...row, job_id: id, name, attempt })))
      .onConflict((conflict) =>
        conflict
          .column('job_id')
          .doUpdateSet((eb) => ({ ...row, attempt: eb.ref('excluded.attempt') })),
      )
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

/** Counts what ended by the leases that end with it, so that what is told twice counts once. */
async function noteFinished(
  ctx: PlatformCtx,
  workerId: string,
  finished: { id: string; attempt: number; error?: string }[],
) {
  const broken = new Set(finished.flatMap(({ id, error }) => (error === undefined ? [] : [id])))
  const told = sql<boolean>`exists (
    select from unnest(${finished.map(({ id }) => id)}::uuid[], ${finished.map(({ attempt }) => attempt)}::int[])
      told(id, attempt)
    where told.id = job_id and told.attempt = coalesce(job_leases.attempt, told.attempt))`
  const leases = await ctx.transaction(async (tx) => {
    tx.unaudited('the end of a job is its own record')
    // Only its own: a late report of a lost attempt leaves the lease of whoever has the job now.
    const ended = await tx.db
      .deleteFrom('job_leases')
      .where('worker_id', '=', workerId)
      .where(
        'job_id',
        'in',
        finished.map(({ id }) => id),
      )
      .where(told)
      .returning(['job_id', 'name', 'leased_at'])
      .$narrowType<{ name: JobName }>()
      .execute()
    const failed = ended.filter(({ job_id }) => broken.has(job_id)).length
    if (ended.length > 0) await countEnded(tx, workerId, ended.length - failed, failed)
    return ended
  })
  for (const { job_id, name, leased_at } of leases) {
    const seconds = (ctx.now().getTime() - leased_at.getTime()) / 1000
    ctx.platform.metrics.jobEnded(name, broken.has(job_id) ? 'failed' : 'completed', seconds)
  }
}

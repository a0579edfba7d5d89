import type { ServerResponse } from 'node:http'
import { type JobInput, LEASE_SECONDS, type LeasedJob } from '@powernode/contract/jobs.ts'
import { TraceContext } from '@powernode/contract/tracing.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Batch, checkItems, RefusedItems } from '@powernode/server/platform/http/batch.ts'
import { Id, ListOf, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { countEnded } from '../workers/counts.ts'
import { JobAttempt, JobInputField, JobTypeName } from './job.ts'

const LONGEST_SEARCH_SECONDS = 30

const LeasedAttempt = { id: Id(), name: JobTypeName, attempt: JobAttempt }
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
      description: `Held attempts; one that is not listed for ${LEASE_SECONDS} seconds loses its lease`,
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
  lost: ListOf(Id(), { description: 'Listed attempts that have lost their lease: stop them' }),
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
  const { finished = [], returned = [] } = Object.groupBy(endedAttempts, ({ unknown, released }) =>
    unknown || released ? 'returned' : 'finished',
  )
  await returnJobs(ctx, workerId, returned)
  const ended = await queue.settle(finished, workerId)
  if (ended.length > 0) await ctx.transaction((tx) => countEnded(tx, workerId, ended))
  const unread = running.refused
    .map(({ index }) => leased[index]?.id)
    .filter((id) => typeof id === 'string')
  const held = running.good.map(({ item }) => item)
  const lost = [...(await queue.heartbeat(held, workerId)), ...unread]
  if (slots === 0) return { jobs: [], lost, concurrency, refused }

  // If the worker has disconnected, jobs would be blocked until their lease expires.
  const disconnected = new AbortController()
  response.once('close', () => disconnected.abort())
  const stop = AbortSignal.any([disconnected.signal, stopping, queue.recalled(workerId)])
  const jobs = await queue.lease(workerId, slots, wait_seconds * 1000, stop, queues, knownJobs)
  const leaseResponse = { lost, concurrency, refused }
  if (jobs.length === 0) return { jobs, ...leaseResponse }
  const isGone = disconnected.signal.aborted || !(await isActive(ctx, workerId))
  const others = isGone ? jobs : jobs.filter((job) => isForAnother(job, workerId))
  if (others.length > 0) await ctx.transaction((tx) => tx.release(workerId, others, isGone ? 0 : 1))
  return { jobs: jobs.filter((job) => !others.includes(job)), ...leaseResponse }
}

/** Only jobs still leased to the worker; a repeated report may come when another worker has the job. */
async function returnJobs(ctx: PlatformCtx, workerId: string, jobs: Static<typeof Finished>[]) {
  if (jobs.length === 0) return
  const { unknownJobs = [], released = [] } = Object.groupBy(jobs, ({ unknown }) =>
    unknown ? 'unknownJobs' : 'released',
  )
  await ctx.platform.queue.giveBackUnknown(unknownJobs, workerId)
  if (released.length > 0) await ctx.transaction((tx) => tx.release(workerId, released))
}

/** Whether a worker was not suspended while its request waited. */
async function isActive(ctx: PlatformCtx, workerId: string): Promise<boolean> {
  // The lock waits for a suspension that has released its jobs and is not committed; a later one releases these.
  const active = await ctx.db
    .selectFrom('workers')
    .select('id')
    .where('id', '=', workerId)
    .where('status', '=', 'active')
    .forShare()
    .executeTakeFirst()
  return active !== undefined
}

/** A test job is deferred for a second until its own worker leases it; the test of an offline worker times out. */
function isForAnother({ name, input, attempt }: LeasedJob, workerId: string) {
  if (name !== 'test_worker' || attempt > LONGEST_SEARCH_SECONDS) return false
  const { worker_id } = input as JobInput<'test_worker'>
  return worker_id !== undefined && worker_id !== workerId
}

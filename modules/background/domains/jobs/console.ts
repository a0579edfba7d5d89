import {
  allQueues,
  DEAD_LETTERS,
  jobDefinitions,
  jobNames,
  type QueueName,
  queues,
} from '@powernode/contract/jobs.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, pageOfRows } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import { JobInputField, JobTypeName } from './job.ts'

const POINTS = 60

const Status = Choice(['pending', 'processing', 'completed', 'failed', 'cancelled'], 'State')
const Queue = Choice(queues, 'A queue')

export const JobDetail = Shape('Job', {
  id: Id(),
  job_type: Text(100, {
    description: 'Name of the job; may be one of another version',
    examples: ['deliver_mail'],
  }),
  queue: Text(50, { description: 'Its queue', examples: ['email'] }),
  status: Status,
  account: Nullable(
    Shape({ id: Id('Account it belongs to'), name: Text(100, { description: 'Its name' }) }),
  ),
  parameters: JobInputField,
  attempt: Count('Attempts so far'),
  max_attempts: Count('Maximum number of attempts', [4]),
  error: Nullable(Type.String({ description: 'Why the last attempt failed' })),
  run_at: Time('Earliest start'),
  created_at: Time('When it was enqueued'),
  started_at: Nullable(Time('When the last attempt started')),
  completed_at: Nullable(Time('When it ended')),
})

export const JobFilters = {
  queue: Choice(allQueues, 'A queue; `dead_letters` has jobs that failed, for 14 days'),
  status: Status,
  job_type: JobTypeName,
}

const queueRows = { because: 'the rows of the queue belong to pg-boss, not to an account' }

type Filters = QueryValues<typeof JobFilters>

export const JobStatsQuery = {
  queue: Queue,
  time_range: Choice(['1h', '6h', '24h', '7d'], 'Range that ends now; an hour by default'),
}

export const JobStats = ListOf(
  Shape('JobStatsStep', {
    at: Time('Start of the step'),
    queue: Queue,
    created: Count('Jobs enqueued'),
    completed: Count('Jobs completed'),
    failed: Count('Jobs moved to the dead letters'),
    waiting: Count('Highest number of jobs that were ready to run'),
    wait_p95_seconds: Nullable(
      Type.Number({ description: '95th percentile of the waiting time', examples: [0.1] }),
    ),
    run_p95_seconds: Nullable(
      Type.Number({ description: '95th percentile of the running time', examples: [0.4] }),
    ),
  }),
  { description: 'About 60 steps for each queue, oldest first' },
)

export const QueueRow = Shape('Queue', {
  name: Text(50, { description: 'Queue', examples: ['email'] }),
  waiting: Count('Jobs that are ready to run'),
  scheduled: Count('Jobs scheduled for later'),
  running: Count('Running jobs'),
  failed: Count('Dead letters of the queue'),
  oldest_seconds: Nullable(
    Type.Integer({
      description: 'How long the oldest job that is ready to run has waited',
      examples: [0],
    }),
  ),
})

export const ScheduleRow = Shape('Schedule', {
  job_type: Text(100, { description: 'Name of the job', examples: ['clean_up_expired'] }),
  queue: Text(50, { description: 'Its queue', examples: ['maintenance'] }),
  cron: Text(100, { description: 'Cron expression, in UTC', examples: ['0 3 * * *'] }),
  next_at: Time('Next run'),
  last_job_id: Nullable(Id('The last job it enqueued')),
})

export const JobType = Shape('JobType', {
  job_type: JobTypeName,
  queue: Queue,
})

export const JobRedrive = Shape('JobRedrive', {
  queue: Type.Optional(Queue),
})

export const RedrivenJobs = Shape('RedrivenJobs', {
  queued_count: Count('Jobs that were retried'),
})

export async function listJobs(ctx: PlatformCtx, page: PageRequest, filters: Filters) {
  const { queue, status, job_type: jobType } = filters
  return ctx.platform.queue.console.list({ queue, status, jobType }, page)
}

export async function readJobRow(ctx: PlatformCtx, id: string) {
  const job = await ctx.platform.queue.console.find(id)
  if (!job) throw fail.notFound('job')
  return job
}

/** Cancels a job. A running one is told to stop; what it has done so far is not undone. */
export async function cancelJob(ctx: PlatformCtx, id: string) {
  const job = await readJobRow(ctx, id)
  await ctx.transaction(async (tx) => {
    const cancelled = await tx.platform.queue.console.cancel(tx.acrossAccounts(queueRows), job)
    if (!cancelled) throw fail.with('invalid_transition', `This job is ${job.status}`)
    await tx.audit('job.cancelled', id, { metadata: { job_type: job.job_type } })
  })
  return readJobRow(ctx, id)
}

/** Retries one dead letter. */
export async function retryJob(ctx: PlatformCtx, id: string) {
  const { queue, status, job_type } = await readJobRow(ctx, id)
  if (queue !== DEAD_LETTERS) {
    throw fail.with('invalid_transition', `This job is ${status}; only dead letters can be retried`)
  }
  return redrive(ctx, { ids: [id] }, { job_id: id, job_type })
}

export function redriveJobs(ctx: PlatformCtx, { queue }: Static<typeof JobRedrive>) {
  return redrive(ctx, { queue }, { queue: queue ?? null })
}

function redrive(
  ctx: PlatformCtx,
  filter: { ids?: string[]; queue?: QueueName | undefined },
  metadata: Record<string, unknown>,
): Promise<Static<typeof RedrivenJobs>> {
  return ctx.transaction(async (tx) => {
    const { console } = tx.platform.queue
    const queued_count = await console.redrive(tx.acrossAccounts(queueRows), filter)
    await tx.audit('job.retried', null, { metadata: { ...metadata, queued_count } })
    return { queued_count }
  })
}

const hours = { '1h': 1, '6h': 6, '24h': 24, '7d': 168 }

export async function readJobStats(
  ctx: PlatformCtx,
  { queue, time_range = '1h' }: QueryValues<typeof JobStatsQuery>,
): Promise<Static<typeof JobStats>> {
  const from = new Date(ctx.now().getTime() - hours[time_range] * HOUR_MS)
  const names = queue ? [queue] : queues
  const series = await Promise.all(
    names.map(async (name) => {
      const steps = await ctx.platform.queue.console.history(name, from, POINTS)
      return steps.map((step) => {
        const p95 = step.percentiles?.find(({ p }) => p === 95)
        return {
          at: step.capturedOn,
          queue: name,
          waiting: step.readyCount,
          created: step.createdDelta ?? 0,
          completed: step.completedDelta ?? 0,
          failed: step.failedDelta ?? 0,
          wait_p95_seconds: p95?.waitSeconds ?? null,
          run_p95_seconds: p95?.runSeconds ?? null,
        }
      })
    }),
  )
  return series.flat().sort((a, b) => a.at.getTime() - b.at.getTime())
}

export async function listSchedules(ctx: PlatformCtx, page: PageRequest) {
  return pageOfRows(await ctx.platform.queue.console.schedules(), page)
}

/** Every job that the loaded modules declare. */
export function listJobTypes(page: PageRequest) {
  const names = jobNames.toSorted()
  if (page.sort.descending) names.reverse()
  const rows = names.map((job_type): Static<typeof JobType> => {
    return { job_type, queue: jobDefinitions[job_type].queue as QueueName }
  })
  return pageOfRows(rows, page)
}

/** The counts of every queue, at most two seconds old. */
export async function listQueues(ctx: PlatformCtx, page: PageRequest) {
  const all = await ctx.platform.queue.console.counts()
  const up = (a: Static<typeof QueueRow>, b: typeof a) => a.name.localeCompare(b.name)
  return pageOfRows(page.sort.descending ? all.sort((a, b) => up(b, a)) : all.sort(up), page)
}

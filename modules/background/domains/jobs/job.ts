import {
  DEAD_LETTERS,
  type JobInput,
  type JobName,
  jobDefinitions,
  jobNames,
} from '@powernode/contract/jobs.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  Dictionary,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { countEnded } from '../workers/counts.ts'

export const JobTypeName = Choice(jobNames, 'Name of the job')
export const JobAttempt = Type.Integer({
  minimum: 1,
  maximum: 2 ** 31 - 1,
  description: 'Number of the attempt; an older one has lost its lease',
  examples: [1],
})
export const JobInputField = Type.Unsafe<JobInput<JobName>>(Dictionary('Input of the job'))

export const WorkerJob = Shape('LeasedJob', {
  job_id: Id(),
  job_type: JobTypeName,
  status: Choice(['pending', 'processing', 'completed', 'failed', 'cancelled'], 'Status'),
  progress: Type.Integer({ minimum: 0, maximum: 100, description: 'Percent done', examples: [50] }),
  parameters: JobInputField,
  result: Nullable(Dictionary('Result')),
  attempt: Count('Attempts so far'),
  created_at: Time('When it was enqueued'),
  started_at: Nullable(Time('When the last attempt started')),
  completed_at: Nullable(Time('When it ended')),
})

export const JobReport = Shape('JobReport', {
  attempt: JobAttempt,
  status: Type.Optional(Choice(['processing', 'completed', 'failed'], 'New status')),
  progress: Type.Optional(WorkerJob.properties.progress),
  error: Type.Optional(Text(2000, { description: 'Why it failed' })),
})

const impliedProgress = { pending: 0, processing: 50, completed: 100, failed: 0, cancelled: 0 }

export async function readJob(ctx: PlatformCtx, id: string): Promise<Static<typeof WorkerJob>> {
  const { id: job_id, ...job } = await findJob(ctx, id)
  const reported = await ctx.db
    .selectFrom('job_progress')
    .select('progress')
    .where('job_id', '=', id)
    .executeTakeFirst()
  const progress =
    job.status === 'processing' ? (reported?.progress ?? 50) : impliedProgress[job.status]
  return { ...job, job_id, progress }
}

/** A job for the worker API. A dead letter is a job with its own id. */
async function findJob({ platform }: PlatformCtx, id: string) {
  const job = await platform.queue.console.find(id)
  if (!job || job.queue === DEAD_LETTERS || !Object.hasOwn(jobDefinitions, job.job_type))
    throw fail.notFound('job')
  return job
}

/** Repeating the current status changes nothing; leaving a final status is refused, and so is a job of another worker. */
export async function reportJob(ctx: PlatformCtx, id: string, report: Static<typeof JobReport>) {
  const { queue } = ctx.platform
  const job = await findJob(ctx, id)
  const { status = job.status, progress, attempt, error } = report
  if (job.status !== 'processing' && job.status !== status) {
    throw fail.with('invalid_transition', `A ${job.status} job cannot become ${status}`)
  }
  const worker = ctx.actor.kind === 'worker' ? ctx.actor.workerId : null
  const holder = await queue.holderOf({ id, name: job.job_type })
  if (worker && holder && worker !== holder) {
    throw fail.with('invalid_transition', 'This job is leased to another worker')
  }
  const outcome = { id, name: job.job_type, attempt }
  const hasEnded = job.status === 'processing' && (status === 'completed' || status === 'failed')
  const failure = status === 'failed' && { error: error ?? 'failed' }
  const ended = hasEnded ? await queue.settle([{ ...outcome, ...failure }], worker) : []
  await ctx.transaction(async (tx) => {
    tx.unaudited('progress of a job; pg-boss records its end')
    if (worker && ended.length > 0) await countEnded(tx, worker, ended)
    if (progress !== undefined) {
      const row = { job_id: id, progress, updated_at: tx.now() }
      await tx.db
        .insertInto('job_progress')
        .values(row)
        .onConflict((conflict) => conflict.column('job_id').doUpdateSet(row))
        .execute()
    }
    if (job.account_id) {
      const progressMessage = {
        job_id: id,
        job_type: job.job_type,
        status,
        progress: progress ?? null,
      }
      await tx.broadcast(`jobs:account:${job.account_id}`, {
        type: 'job_updated',
        job: progressMessage,
        timestamp: tx.now().toISOString(),
      })
    }
  })
  return readJob(ctx, id)
}

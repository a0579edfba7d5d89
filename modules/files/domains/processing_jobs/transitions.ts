import { setProcessingStatus } from '@powernode/modules/files/domains/files/processed.ts'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { requireSmallObjects } from '@powernode/server/platform/http/bounds.ts'
import { Changes, Choice, Dictionary, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { accountOfJob, findJob, lockJob } from './processing_job.ts'

export const ProcessingOutcome = Changes(
  'ProcessingOutcome',
  Shape({
    status: Choice(['processing', 'completed', 'failed'], 'The new status'),
    result_data: Dictionary('What came of it; merged'),
    error_details: Dictionary('Why it failed; merged'),
    metadata: Dictionary('Data of the worker; merged'),
    priority: Type.Integer({ minimum: 0, maximum: 100, description: 'New priority' }),
  }),
)

type Job = Awaited<ReturnType<typeof lockJob>>
type Outcome = Static<typeof ProcessingOutcome>

/** Records what a worker reports of a job. Reporting how it ended twice changes nothing. */
export async function reportProcessing(ctx: PlatformCtx, id: string, outcome: Outcome) {
  const { result_data, error_details, metadata } = outcome
  const objects = { result_data, error_details, metadata }
  const given = Object.entries(objects).filter(([, value]) => value !== undefined)
  requireSmallObjects(Object.fromEntries(given))
  const account = ctx.inAccount(await accountOfJob(ctx, id))
  await account.transaction(async (tx) => {
    tx.unaudited('a step of processing; the file was audited')
    const job = await lockJob(tx, id)
    if (outcome.status !== undefined && outcome.status === job.status && isEnded(job)) return
    await apply(tx, job, outcome)
  })
  return findJob(account, id)
}

/** Ends a job whose worker died too often. */
export async function failProcessing(ctx: PlatformCtx, id: string, reason: string): Promise<void> {
  const account = await accountOfJob(ctx, id).catch(() => undefined)
  if (account === undefined) return
  await ctx.inAccount(account, { kind: 'system' }).transaction(async (tx) => {
    tx.unaudited('a step of processing; the file was audited')
    const job = await lockJob(tx, id)
    if (isEnded(job)) return
    await apply(tx, job, { status: 'failed', error_details: { error_message: reason } })
  })
}

const isEnded = ({ status }: Job) => status !== 'pending' && status !== 'processing'

async function apply(tx: Tx, job: Job, { status, ...outcome }: Outcome) {
  const now = tx.now()
  const started = job.started_at ?? now
  const moved = status !== undefined && {
    ...{ status, ...movement(job, status) },
    ...(status === 'processing'
      ? { started_at: now, completed_at: null, duration_ms: null }
      : { completed_at: now, duration_ms: now.getTime() - started.getTime() }),
  }
  await tx
    .own('processing_jobs')
    .update({
      ...moved,
      result_data: { ...job.result_data, ...outcome.result_data },
      error_details:
        status === 'processing' ? {} : { ...job.error_details, ...outcome.error_details },
      metadata: { ...job.metadata, ...outcome.metadata },
      priority: outcome.priority ?? job.priority,
      updated_at: now,
    })
    .where('id', '=', job.id)
    .execute()
  if (status === undefined) return
  if (job.job_type === 'scan' && status !== 'processing') await continueAfterScan(tx, job, status)
  await rollUp(tx, job.file_id)
}

/** What else changes, or 409 for a move that is not possible. A worker that died leaves `processing`, and another begins again. */
function movement(
  { status: from, retry_count, max_retries }: Job,
  to: 'processing' | 'completed' | 'failed',
) {
  if (to !== 'processing') {
    if (from === 'processing') return {}
  } else if (from === 'pending' || from === 'processing') return {}
  else if (from === 'failed' && retry_count < max_retries) return { retry_count: retry_count + 1 }
  throw fail.with('invalid_transition', `A job that is ${from} cannot become ${to}`)
}

/** The other jobs of a file wait for its scan. */
async function continueAfterScan(tx: Tx, { file_id }: Job, status: 'completed' | 'failed') {
  const waiting = await tx
    .own('processing_jobs')
    .select()
    .select('id')
    .where('file_id', '=', file_id)
    .where('status', '=', 'pending')
    .execute()
  if (status === 'completed') {
    const jobs = waiting.map(({ id }) => ({ input: { processing_job_id: id } }))
    if (jobs.length > 0) await tx.enqueueAll('process_file', jobs)
    return
  }
  await cancelJobs(tx, file_id)
}

/** Cancels the jobs of a file that have not begun. */
export async function cancelJobs(tx: Tx, fileId: string): Promise<void> {
  await tx
    .own('processing_jobs')
    .update({ status: 'cancelled', completed_at: tx.now(), updated_at: tx.now() })
    .where('file_id', '=', fileId)
    .where('status', '=', 'pending')
    .execute()
}

/** The status of a file from those of its jobs. */
async function rollUp(tx: Tx, fileId: string) {
  const jobs = await tx
    .own('processing_jobs')
    .select()
    .select('status')
    .where('file_id', '=', fileId)
    .execute()
  const has = (status: string) => jobs.some((job) => job.status === status)
  if (has('pending') || has('processing')) return setProcessingStatus(tx, fileId, 'processing')
  const status = has('failed') ? 'failed' : 'completed'
  await setProcessingStatus(tx, fileId, status)
  const file = await tx
    .own('files')
    .select()
    .select('filename')
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (file)
    await tx.emit('file.processed', {
      id: fileId,
      filename: file.filename,
      processing_status: status,
    })
}

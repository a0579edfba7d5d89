import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  Dictionary,
  Flag,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'

export const jobTypes = [
  'scan',
  'thumbnail',
  'metadata_extract',
  'text_extract',
  'audio_processing',
  'video_processing',
] as const

const statuses = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const

const fields = {
  id: Id(),
  job_type: Choice(jobTypes, 'What is done with the file'),
  status: Choice(statuses, 'Status'),
  file_id: Id('The file'),
  priority: Count('Jobs with a higher one matter more', [50]),
  job_parameters: Dictionary('How it is done'),
  result_data: Dictionary('What came of it'),
  error_details: Dictionary('Why it failed'),
  metadata: Dictionary('Data of the worker'),
  retry_count: Count('How often it was tried again', [0]),
  max_retries: Count('How often it may be tried again', [3]),
  started_at: Nullable(Time('When the last attempt began')),
  completed_at: Nullable(Time('When it ended')),
  duration_ms: Nullable(Count('Milliseconds that the last attempt took', [350])),
  created_at: Time('When it was created'),
}

export const ProcessingJob = Shape('ProcessingJob', fields)

export const ProcessingWork = Shape('ProcessingWork', {
  ...fields,
  file: Shape('ProcessedFile', {
    id: Id(),
    filename: Text(255, { description: 'Its name' }),
    content_type: Text(200, { description: 'Its type' }),
    file_size: Count('Its size in bytes', [48_213]),
    checksum_sha256: Text(64, { description: 'SHA-256 of its content in hexadecimal' }),
    is_readable: Flag('It is neither in the trash nor quarantined'),
  }),
  clamd_url: Nullable(Text(300, { description: 'The virus scanner, for a scan' })),
})

/** A job of any account with its file, for the worker that runs it. */
export async function readProcessingWork(
  ctx: PlatformCtx,
  id: string,
): Promise<Static<typeof ProcessingWork>> {
  const job = await findJob(ctx.inAccount(await accountOfJob(ctx, id)), id)
  const { CLAMD_URL } = ctx.platform.environment
  return { ...job, clamd_url: job.job_type === 'scan' ? (CLAMD_URL ?? null) : null }
}

export async function accountOfJob(ctx: PlatformCtx, id: string): Promise<string> {
  const job = await ctx
    .acrossAccounts({ because: 'a worker identifies the job, not the account' })
    .selectFrom('processing_jobs')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!job) throw fail.notFound('processing_job')
  return job.account_id
}

/** Locks a job of the account. */
export async function lockJob(tx: Tx, id: string) {
  const job = await tx
    .own('processing_jobs')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!job) throw fail.notFound('processing_job')
  return job
}

export async function findJob(ctx: Ctx, id: string) {
  const row = await ctx
    .own('processing_jobs')
    .select()
    .innerJoin('files', 'files.id', 'processing_jobs.file_id')
    .innerJoin('blobs', 'blobs.id', 'files.blob_id')
    .selectAll('processing_jobs')
    .select(['files.filename', 'files.content_type', 'files.file_size', 'blobs.sha256'])
    .select(['files.deleted_at', 'files.quarantined_at'])
    .where('processing_jobs.id', '=', id)
    .executeTakeFirst()
  if (!row) throw fail.notFound('processing_job')
  const { filename, content_type, file_size, sha256, deleted_at, quarantined_at, ...job } = row
  const file = {
    ...{ id: job.file_id, filename, content_type, file_size, checksum_sha256: sha256 ?? '' },
    is_readable: !deleted_at && !quarantined_at,
  }
  return { ...job, file }
}

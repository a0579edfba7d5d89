import { isRaster } from '@powernode/modules/files/domains/files/content_types.ts'
import { setProcessingStatus } from '@powernode/modules/files/domains/files/processed.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { Subscribers } from '@powernode/server/platform/db/events.ts'
import type { jobTypes } from './processing_job.ts'

type JobType = (typeof jobTypes)[number]

/** What is done with a file of a type, in this order. */
export function jobsFor(contentType: string, scans: boolean): JobType[] {
  const scan: JobType[] = scans ? ['scan'] : []
  if (isRaster(contentType)) return [...scan, 'thumbnail', 'metadata_extract']
  if (contentType === 'application/pdf') return [...scan, 'metadata_extract', 'text_extract']
  if (/^text\//.test(contentType)) return [...scan, 'text_extract']
  if (/^video\//.test(contentType)) return [...scan, 'video_processing']
  return /^audio\//.test(contentType) ? [...scan, 'audio_processing'] : scan
}

export const reactions: Subscribers = {
  'file.created': [(tx, { id, content_type }) => createJobs(tx, id, content_type)],
}

/** Creates the jobs of a new file. Temporary files are only scanned, and only if they must be. */
async function createJobs(tx: Tx, fileId: string, contentType: string) {
  const file = await tx
    .own('files')
    .select()
    .select('category')
    .where('id', '=', fileId)
    .executeTakeFirst()
  const { CLAMD_URL, AV_REQUIRED } = tx.platform.environment
  const scans = CLAMD_URL !== undefined
  const ofTemporary: JobType[] = AV_REQUIRED ? ['scan'] : []
  const types = file?.category === 'temp' ? ofTemporary : jobsFor(contentType, scans)
  if (types.length === 0) return
  const jobs = await tx
    .own('processing_jobs')
    .insert(types.map((job_type) => ({ file_id: fileId, job_type })))
    .returning(['id', 'job_type'])
    .execute()
  const first = scans ? jobs.filter(({ job_type }) => job_type === 'scan') : jobs
  await tx.enqueueAll(
    'process_file',
    first.map(({ id }) => ({ input: { processing_job_id: id } })),
  )
  await setProcessingStatus(tx, fileId, 'pending')
}

import { accountOfFile } from '@powernode/modules/files/domains/files/processed.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  Dictionary,
  Id,
  ListOf,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { ProcessingJob } from './processing_job.ts'

const { id, job_type, status } = ProcessingJob.properties

export const WorkerFile = Shape('WorkerFile', {
  id: Id(),
  filename: Text(255, { description: 'Its name' }),
  content_type: Text(200, { description: 'Its type' }),
  file_type: Text(50, { description: 'Kind of its type' }),
  file_size: Count('Its size in bytes', [48_213]),
  metadata: Dictionary('Data about it'),
  exif_data: Dictionary('What it contains of EXIF data'),
  dimensions: Dictionary('Its dimensions', [{ width: 640, height: 480 }]),
  processing_status: Choice(['pending', 'processing', 'completed', 'failed'], 'Status of its jobs'),
  processing_jobs: ListOf(Shape('FileProcessingJob', { id, job_type, status })),
})

/** A file of any account, for workers. */
export async function readWorkerFile(ctx: PlatformCtx, fileId: string) {
  const account = await accountOfFile(ctx, fileId)
  const file = await account
    .own('files')
    .select()
    .select(['id', 'filename', 'content_type', 'file_type', 'file_size', 'processing_status'])
    .select(['metadata', 'exif_data', 'dimensions'])
    .select(
      sql<{ id: string; job_type: 'scan'; status: 'pending' }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'job_type', j.job_type, 'status', j.status)
          order by j.created_at), '[]') from processing_jobs j where j.file_id = files.id)`.as(
        'processing_jobs',
      ),
    )
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (!file) throw fail.notFound('file')
  return file
}

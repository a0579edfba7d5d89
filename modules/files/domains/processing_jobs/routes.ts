import { downloadForWorker } from '@powernode/modules/files/domains/files/download.ts'
import { Extracted, saveExtracted } from '@powernode/modules/files/domains/files/processed.ts'
import { Quarantine } from '@powernode/modules/files/domains/files/quarantine.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  Derivative,
  MAX_PROCESSED_BYTES,
  PROCESSED_TYPES,
  ProcessedInJson,
  storeProcessed,
} from './processed_file.ts'
import { ProcessingJob, ProcessingWork, readProcessingWork } from './processing_job.ts'
import { quarantineFound } from './quarantining.ts'
import { ProcessingOutcome, reportProcessing } from './transitions.ts'
import { readWorkerFile, WorkerFile } from './worker_file.ts'

const can = 'system.files.process'

export const processingJobs = resource(
  '/worker/processing_jobs',
  'What workers do with uploaded files',
  (r) => {
    r.get('/:id', { can, of: ProcessingWork, summary: 'Get a job with its file' }, ({ ctx, id }) =>
      readProcessingWork(ctx, id),
    )
    r.patch(
      '/:id',
      {
        can,
        body: ProcessingOutcome,
        of: ProcessingJob,
        name: 'report',
        summary: 'Begin or end a job; a repeated end changes nothing',
        fails: ['invalid_transition'],
      },
      ({ ctx, id, body }) => reportProcessing(ctx, id, body),
    )
  },
)

export const workerFiles = resource('/worker/files', 'Files of all accounts, for workers', (r) => {
  r.get('/:id', { can, of: WorkerFile, summary: 'Get a file with its jobs' }, ({ ctx, id }) =>
    readWorkerFile(ctx, id),
  )
  r.patch(
    '/:id',
    {
      can,
      body: Extracted,
      of: WorkerFile,
      summary: 'Save what was found out about a file; objects are merged',
    },
    async ({ ctx, id, body }) => {
      await saveExtracted(ctx, id, body)
      return readWorkerFile(ctx, id)
    },
  )
  r.download(
    '/:id/download',
    {
      can,
      types: ['*/*'],
      name: 'download',
      summary: 'Download a file to process it',
      fails: ['checksum_mismatch', 'storage_unavailable'],
    },
    ({ ctx, id }) => downloadForWorker(ctx, id),
  )
  r.upload(
    '/:id/processed',
    {
      can,
      types: PROCESSED_TYPES,
      jsonBody: ProcessedInJson,
      maxBytes: MAX_PROCESSED_BYTES + 1024 * 1024,
      of: Derivative,
      status: 201,
      summary:
        'Store what was made of a file: `file_content` (base64) and `metadata` (`type`, `size`, `storage_key`) as JSON, or a form with these fields before `file`',
      fails: ['storage_quota_exceeded'],
    },
    ({ ctx, id, body, request }) => storeProcessed(ctx, id, body, request),
  )
  r.post(
    '/:id/quarantine',
    {
      can,
      body: Quarantine,
      of: Empty,
      status: 200,
      summary: 'Keep everyone from reading an infected file; a repetition changes nothing',
      says: 'File quarantined',
    },
    ({ ctx, id, body }) => quarantineFound(ctx, id, body),
  )
})

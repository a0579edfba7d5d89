import { declare } from '@powernode/contract/declare.ts'
import { event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'system.files.process': {
      description: 'Read files of all accounts and store what was made of them',
    },
  },
  events: {
    'file.processed': event('A file was processed: thumbnails, metadata and text are complete', {
      id: id('The file'),
      filename: text('Its name', 'plan.pdf'),
      processing_status: text('completed or failed', 'completed'),
    }),
  },
  jobs: {
    process_file: {
      input: Type.Object({ processing_job_id: Type.String({ format: 'uuid' }) }),
      queue: 'files',
      retries: 3,
      timeoutSeconds: 330,
    },
  },
  errors: {
    checksum_mismatch: { status: 409, says: 'The stored content is not what was uploaded' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    processing_jobs: typeof contract
  }
}

import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { reactions } from './creation.ts'
import { processingEnvironment } from './environment.ts'
import { scanUnscanned } from './rescanning.ts'
import { processingJobs, workerFiles } from './routes.ts'
import { failProcessing } from './transitions.ts'

export default defineDomain({
  name: 'processing_jobs',
  tables: ['processing_jobs'],
  contract,
  routes: [processingJobs, workerFiles],
  environment: processingEnvironment,
  before: reactions,
  sweep: {
    processing_jobs: { counts: 'Files that are scanned again', run: scanUnscanned },
  },
  onDeadLetter: {
    process_file: (ctx, { processing_job_id }, reason) =>
      failProcessing(ctx, processing_job_id, reason),
  },
  examples: {
    processing_jobs: async ({ id, write }) => {
      const file_id = await id('files')
      return write((tx) =>
        tx
          .own('processing_jobs')
          .select()
          .select('id')
          .where('file_id', '=', file_id)
          .executeTakeFirstOrThrow(),
      )
    },
  },
})

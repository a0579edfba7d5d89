import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import file_shares from './domains/file_shares/domain.ts'
import files from './domains/files/domain.ts'
import processing_jobs from './domains/processing_jobs/domain.ts'
import storage from './domains/storage/domain.ts'
import uploads from './domains/uploads/domain.ts'

/** Files of accounts, and where they are kept. */
export default defineModule({
  name: 'files',
  domains: [storage, files, file_shares, uploads, processing_jobs],
  migrations: join(import.meta.dirname, 'migrations'),
})

import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import jobs from './domains/jobs/domain.ts'
import workers from './domains/workers/domain.ts'

/** Jobs and workers. */
export default defineModule({
  name: 'background',
  domains: [jobs, workers],
  migrations: join(import.meta.dirname, 'migrations'),
})

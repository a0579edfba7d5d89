import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import pages from './domains/pages/domain.ts'

/** What accounts publish: pages of the public site. */
export default defineModule({
  name: 'content',
  domains: [pages],
  migrations: join(import.meta.dirname, 'migrations'),
})

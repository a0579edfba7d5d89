import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import apiKeys from './domains/api_keys/domain.ts'
import webhooks from './domains/webhooks/domain.ts'

/** How other programs get in, and how they hear of what happens. */
export default defineModule({
  name: 'integrations',
  domains: [apiKeys, webhooks],
  migrations: join(import.meta.dirname, 'migrations'),
})

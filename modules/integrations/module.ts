import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import apiKeys from './domains/api_keys/domain.ts'
import webhooks from './domains/webhooks/domain.ts'

/** API keys and webhooks. */
export default defineModule({
  name: 'integrations',
  domains: [apiKeys, webhooks],
  migrations: join(import.meta.dirname, 'migrations'),
})

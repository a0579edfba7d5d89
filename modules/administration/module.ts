import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import accounts from './domains/accounts/domain.ts'
import backups from './domains/backups/domain.ts'
import rateLimiting from './domains/rate_limiting/domain.ts'
import settings from './domains/settings/domain.ts'
import users from './domains/users/domain.ts'

/** Administration of the installation, across all accounts. */
export default defineModule({
  name: 'administration',
  domains: [settings, accounts, users, rateLimiting, backups],
  migrations: join(import.meta.dirname, 'migrations'),
})

import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import mails from './domains/mails/domain.ts'
import notifications from './domains/notifications/domain.ts'

/** Notifications in the web app and emails. */
export default defineModule({
  name: 'messaging',
  domains: [notifications, mails],
  migrations: join(import.meta.dirname, 'migrations'),
})

import { defineDomain } from '@powernode/server/platform/module.ts'
import { NotificationChannel } from './channel.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import { notifyUsers } from './notification.ts'
import notifications from './routes.ts'

export default defineDomain({
  name: 'notifications',
  tables: ['notifications', 'notification_preferences'],
  contract,
  routes: [notifications],
  channels: { NotificationChannel },
  notify: notifyUsers,
  mails,
})

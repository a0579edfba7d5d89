import { defineDomain } from '@powernode/server/platform/module.ts'
import { NotificationChannel } from './channel.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import { notifyUsers } from './notification.ts'
import notifications from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'notifications',
  tables: ['notifications', 'notification_preferences'],
  contract,
  routes: [notifications],
  channels: { NotificationChannel },
  notify: notifyUsers,
  mails,
  settings,
  retention: {
    notifications: {
      counts: 'Notifications past their retention',
      rows: [{ by: 'created_at', days: 'notification_retention_days' }],
    },
  },
  examples: {
    async notifications({ worker, person }) {
      await worker.post('/notifications', {
        user_id: person.id,
        notification_type: 'user_joined',
        title: 'Grace joined',
        message: 'Grace accepted the invitation.',
        severity: 'success',
        category: 'account',
      })
      return person.first('/notifications')
    },
  },
})

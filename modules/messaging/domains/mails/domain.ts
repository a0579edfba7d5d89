import { defineDomain } from '@powernode/server/platform/module.ts'
import { deleteOldBodies, finalStatuses } from './bodies.ts'
import { contract } from './contract.ts'
import { markMailFailed } from './delivery.ts'
import { health } from './health.ts'
import { metrics } from './metrics.ts'
import { internalMails, mailbox } from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'mails',
  tables: ['mails'],
  contract,
  routes: [mailbox, internalMails],
  metrics,
  settings,
  sweep: {
    mail_bodies: { counts: 'Emails whose contents were deleted', run: deleteOldBodies },
  },
  retention: {
    mails: {
      counts: 'Emails past their retention',
      rows: finalStatuses.map((status) => ({
        by: 'created_at',
        days: 'mail_retention_days',
        where: { status },
      })),
    },
  },
  onDeadLetter: { deliver_mail: markMailFailed },
  health,
  names: { mail: { rows: (ctx) => ctx.own('mails').select().select(['id', 'subject as name']) } },
  examples: {
    async mails({ owner, admin }) {
      await owner.post('/users', { name: 'New', email: `new-${owner.id}@example.com` })
      return admin.first('/admin/mails')
    },
  },
})

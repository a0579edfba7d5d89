import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { giveUpMail } from './delivery.ts'
import { health } from './health.ts'
import { metrics } from './metrics.ts'
import { mailbox, outgoing } from './routes.ts'

export default defineDomain({
  name: 'mails',
  tables: ['mails'],
  contract,
  routes: [mailbox, outgoing],
  metrics,
  onDeadLetter: { deliver_mail: giveUpMail },
  health,
  examples: {
    async mails({ owner, admin }) {
      await owner.post('/users', { name: 'New', email: `new-${owner.id}@example.com` })
      return admin.first('/admin/mails')
    },
  },
})

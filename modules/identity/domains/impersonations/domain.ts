import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { endInvalidImpersonations } from './ending.ts'
import { mails } from './mails.ts'
import impersonations from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'impersonations',
  tables: ['impersonations'],
  contract,
  routes: [impersonations],
  before: { every: [endInvalidImpersonations] },
  mails,
  settings,
  retention: {
    impersonations: {
      counts: 'Ended impersonations past their retention',
      rows: [{ by: 'ended_at', days: 'impersonation_retention_days' }],
    },
  },
  names: {
    impersonation: {
      rows: (ctx) => ctx.own('impersonations').select().select(['id', 'user_name as name']),
    },
  },
  examples: {
    async impersonations({ owner }) {
      const email = `acted-as-${owner.id}@example.com`
      const user = await owner.post('/users', { name: 'Mo Member', email })
      await owner.post('/impersonations', { user_id: user.id, reason: 'Ticket 4711' })
      return owner.first('/impersonations')
    },
  },
})

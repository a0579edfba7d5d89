import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { internalInvitations } from './internal.ts'
import { expireInvitations } from './invitation.ts'
import { mails } from './mails.ts'
import invitations from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'invitations',
  tables: ['invitations', 'invitation_roles'],
  contract,
  routes: [invitations, internalInvitations],
  sweep: { expired_invitations: { counts: 'Invitations that expired', run: expireInvitations } },
  retention: {
    invitations: {
      counts: 'Ended invitations past their retention',
      rows: ['accepted', 'expired', 'cancelled'].map((status) => ({
        by: 'updated_at',
        days: 'invitation_retention_days',
        where: { status },
      })),
    },
  },
  mails,
  settings,
  names: {
    invitation: {
      rows: (ctx) => ctx.own('invitations').select().select(['id', 'email as name']),
      recorded: 'email',
    },
  },
  examples: {
    invitations: ({ owner }) =>
      owner.post('/invitations', { email: `invited-${owner.id}@example.com` }),
  },
})

import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { internalUsers } from './internal.ts'
import { mails } from './mails.ts'
import { reactions } from './reactions.ts'
import users from './routes.ts'
import { settings } from './settings.ts'
import { countUsers } from './user.ts'

export default defineDomain({
  name: 'users',
  tables: ['users', 'one_time_tokens'],
  contract,
  routes: [users, internalUsers],
  limits: { max_users: countUsers },
  before: reactions,
  retention: {
    one_time_tokens: { counts: 'Expired emailed links', rows: [{ by: 'expires_at', days: 0 }] },
  },
  mails,
  settings,
  names: { user: { rows: (ctx) => ctx.own('users').select().select(['id', 'name']) } },
  examples: { users: async ({ owner }) => owner },
})

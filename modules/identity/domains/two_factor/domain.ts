import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import { removeTwoFactor } from './removal.ts'
import twoFactor from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'two_factor',
  tables: ['two_factor', 'backup_codes'],
  contract,
  routes: [twoFactor],
  removeCredentials: removeTwoFactor,
  mails,
  settings,
  names: { two_factor: { rows: (ctx) => ctx.own('users').select().select(['id', 'name']) } },
})

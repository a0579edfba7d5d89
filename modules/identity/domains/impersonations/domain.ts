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
})

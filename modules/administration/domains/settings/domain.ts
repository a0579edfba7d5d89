import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import routes from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'settings',
  tables: ['admin_settings'],
  contract,
  routes: [routes],
  settings,
})

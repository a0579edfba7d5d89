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
  examples: {
    async settings({ admin }) {
      await admin.patch('/admin_settings', { system_name: 'Guarded' })
      return admin.first('/admin_settings/changes')
    },
  },
})

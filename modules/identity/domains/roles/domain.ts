import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { permissions, roles } from './routes.ts'

export default defineDomain({
  name: 'roles',
  tables: ['roles', 'role_permissions', 'user_roles'],
  contract,
  routes: [roles, permissions],
  names: {
    role: {
      rows: (ctx) => ctx.own('roles').select().select(['id', 'display_name as name']),
      recorded: 'display_name',
    },
  },
  examples: {
    roles: ({ owner }) => owner.post('/roles', { name: 'custom', permissions: ['users.read'] }),
  },
})

import { declare } from '@powernode/contract/declare.ts'
import { event, id, list, text } from '@powernode/contract/events.ts'

const role = { id: id('The role'), name: text('Name of the role', 'support') }
const changes = list('Names of the fields that changed', 'name')

/** What the domain declares by name. */
export const contract = declare({
  permissions: {
    'roles.read': { description: 'See roles and what they allow', roles: ['developer', 'manager'] },
    'roles.create': { description: 'Make roles of the account’s own', delegable: false },
    'roles.update': { description: 'Change the account’s own roles', delegable: false },
    'roles.delete': { description: 'Delete the account’s own roles', delegable: false },
    'roles.assign': {
      description: 'Give people roles and take them away',
      roles: ['manager'],
      delegable: false,
    },
  },
  roles: {
    member: {
      display_name: 'Member',
      description: 'Takes part in the work of the account',
      role_type: 'user',
    },
    developer: {
      display_name: 'Developer',
      description: 'Builds on the API and follows what happens',
      role_type: 'user',
    },
    manager: {
      display_name: 'Manager',
      description: 'Looks after people',
      role_type: 'user',
    },
    owner: {
      display_name: 'Owner',
      description: 'May do everything inside the account',
      role_type: 'user',
      holds: ['resource'],
    },
    admin: {
      display_name: 'Platform administrator',
      description: 'Runs this server and may act across accounts',
      role_type: 'admin',
      holds: ['resource', 'admin'],
    },
    worker: {
      display_name: 'Worker',
      description: 'Carries out jobs',
      role_type: 'system',
      holds: ['system'],
    },
  },
  events: {
    'role.created': event('A role was made', role),
    'role.updated': event('A role changed', { id: role.id, changes }),
    'role.deleted': event('A role was deleted', role),
  },
  errors: {
    role_not_assignable: {
      status: 403,
      says: 'You cannot assign a role that holds more than you may do yourself',
    },
    system_role: { status: 403, says: 'Built-in roles cannot be changed' },
    permission_not_grantable: {
      status: 403,
      says: 'You cannot grant a permission that you do not hold',
    },
    role_in_use: { status: 409, says: 'People still hold this role' },
  },
  audit: {
    'role.updated': { risk: 'medium', threat: 'low', of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    roles: typeof contract
  }
}

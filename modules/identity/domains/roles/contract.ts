import { declare } from '@powernode/contract/declare.ts'
import { event, id, list, text } from '@powernode/contract/events.ts'

const role = { id: id('The role'), name: text('Name of the role', 'support') }
const changes = list('Names of the fields that changed', 'name')

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'roles.read': {
      description: 'See roles and their permissions',
      roles: ['developer', 'manager'],
    },
    'roles.create': { description: 'Create custom roles', delegable: false },
    'roles.update': { description: 'Change custom roles', delegable: false },
    'roles.delete': { description: 'Delete custom roles', delegable: false },
    'roles.assign': {
      description: 'Assign roles to users and remove them',
      roles: ['manager'],
      delegable: false,
    },
  },
  roles: {
    member: {
      display_name: 'Member',
      description: 'Works in the account',
      role_type: 'user',
    },
    developer: {
      display_name: 'Developer',
      description: 'Builds on the API and monitors activity',
      role_type: 'user',
    },
    manager: {
      display_name: 'Manager',
      description: 'Manages users',
      role_type: 'user',
    },
    owner: {
      display_name: 'Owner',
      description: 'Has all permissions in the account',
      role_type: 'user',
      holds: ['resource'],
    },
    admin: {
      display_name: 'Platform administrator',
      description: 'Administers this server and all accounts',
      role_type: 'admin',
      holds: ['resource', 'admin'],
    },
    worker: {
      display_name: 'Worker',
      description: 'Runs jobs',
      role_type: 'system',
      holds: ['system'],
    },
  },
  events: {
    'role.created': event('A role was created', role),
    'role.updated': event('A role changed', { id: role.id, changes }),
    'role.deleted': event('A role was deleted', role),
  },
  errors: {
    role_not_assignable: {
      status: 403,
      says: 'You cannot assign a role with permissions that you don’t have',
    },
    system_role: { status: 403, says: 'Built-in roles cannot be changed' },
    permission_not_grantable: {
      status: 403,
      says: 'You cannot grant a permission that you don’t have',
    },
    role_in_use: { status: 409, says: 'This role is still in use' },
  },
  audit: {
    'role.updated': { risk: 'medium', threat: 'low', of: ['admin'] },
    'role.created': {},
    'role.deleted': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    roles: typeof contract
  }
}

import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { User } from '../users/user.ts'
import {
  createRole,
  deleteRole,
  listRoleUsers,
  NewRole,
  previewRole,
  RoleChanges,
  RolePreview,
  updateRole,
  WantedPermissions,
} from './custom_role.ts'
import {
  AssignableRole,
  listAssignable,
  listPermissions,
  listRoles,
  PermissionRow,
  Role,
  readRole,
} from './role.ts'

export const roles = resource('/roles', 'Sets of permissions that people are given', (r) => {
  r.list(
    '/',
    {
      can: 'roles.read',
      of: Role,
      sorts: ['name', 'created_at'],
      summary: 'The roles of the account',
    },
    ({ ctx, page }) => listRoles(ctx, page),
  )
  r.list(
    '/assignable',
    {
      can: 'signed_in',
      of: AssignableRole,
      sorts: ['name'],
      summary: 'Roles you may give to others',
    },
    ({ ctx, page }) => listAssignable(ctx, page),
  )
  r.post(
    '/',
    {
      can: 'roles.create',
      notImpersonating: true,
      body: NewRole,
      of: Role,
      summary: 'Make a role',
      says: 'Role created',
      fails: ['permission_not_grantable'],
    },
    ({ ctx, body }) => createRole(ctx, body),
  )
  r.update(
    '/:id',
    {
      can: 'roles.update',
      notImpersonating: true,
      body: RoleChanges,
      of: Role,
      summary: 'Change a role',
      says: 'Role updated',
      fails: ['permission_not_grantable', 'system_role'],
    },
    ({ ctx, id, body }) => updateRole(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'roles.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete a role that nobody holds',
      says: 'Role deleted',
      fails: ['system_role', 'role_in_use'],
    },
    ({ ctx, id }) => deleteRole(ctx, id),
  )
  r.post(
    '/:id/preview',
    {
      can: 'roles.read',
      whileImpersonating: 'changes nothing',
      body: WantedPermissions,
      of: RolePreview,
      status: 200,
      summary: 'What another set of permissions would give and take',
    },
    ({ ctx, id, body }) => previewRole(ctx, id, body),
  )
  r.list(
    '/:id/users',
    {
      can: 'roles.read',
      of: User,
      sorts: ['name', 'email', 'created_at'],
      summary: 'Who holds a role',
    },
    ({ ctx, id, page }) => listRoleUsers(ctx, id, page),
  )
  r.get('/:id', { can: 'roles.read', of: Role, summary: 'One role' }, ({ ctx, id }) =>
    readRole(ctx, id),
  )
})

export const permissions = resource('/permissions', 'The catalogue of permissions', (r) => {
  r.list(
    '/',
    { can: 'roles.read', of: PermissionRow, sorts: ['name'], summary: 'Every permission there is' },
    ({ ctx, page }) => listPermissions(ctx, page),
  )
})

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
  RolePreviewInput,
  updateRole,
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

export const roles = resource('/roles', 'Roles: sets of permissions for users', (r) => {
  r.list(
    '/',
    {
      can: 'roles.read',
      of: Role,
      sorts: ['name', 'created_at'],
      summary: 'List roles of the account',
    },
    ({ ctx, page }) => listRoles(ctx, page),
  )
  r.list(
    '/assignable',
    {
      can: 'signed_in',
      of: AssignableRole,
      sorts: ['name'],
      summary: 'List roles you can assign to others',
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
      summary: 'Create a role',
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
      summary: 'Update a role',
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
      summary: 'Delete a role that no user has',
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
      body: RolePreviewInput,
      of: RolePreview,
      status: 200,
      summary: 'Preview the effect of another set of permissions',
    },
    ({ ctx, id, body }) => previewRole(ctx, id, body),
  )
  r.list(
    '/:id/users',
    {
      can: 'roles.read',
      of: User,
      sorts: ['name', 'email', 'created_at'],
      summary: 'List users with a role',
    },
    ({ ctx, id, page }) => listRoleUsers(ctx, id, page),
  )
  r.get('/:id', { can: 'roles.read', of: Role, summary: 'Get a role' }, ({ ctx, id }) =>
    readRole(ctx, id),
  )
})

export const permissions = resource('/permissions', 'Catalogue of permissions', (r) => {
  r.list(
    '/',
    { can: 'roles.read', of: PermissionRow, sorts: ['name'], summary: 'List all permissions' },
    ({ ctx, page }) => listPermissions(ctx, page),
  )
})

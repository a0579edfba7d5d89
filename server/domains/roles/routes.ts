import { resource } from '../../platform/http/resource.ts'
import {
  AssignableRole,
  listAssignable,
  listPermissions,
  listRoles,
  PermissionRow,
  Role,
  readRole,
} from './role.ts'

export const roles = resource('/roles', (r) => {
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
  r.get('/:id', { can: 'roles.read', of: Role, summary: 'One role' }, ({ ctx, id }) =>
    readRole(ctx, id),
  )
})

export const permissions = resource('/permissions', (r) => {
  r.list(
    '/',
    { can: 'roles.read', of: PermissionRow, sorts: ['name'], summary: 'Every permission there is' },
    ({ ctx, page }) => listPermissions(ctx, page),
  )
})

import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { assignRole, removeRole } from './roles.ts'
import {
  activateUser,
  readUserStats,
  resetUserPassword,
  suspendUser,
  UserStats,
  UserSuspension,
  unlockUser,
} from './status.ts'
import {
  createUser,
  deleteUser,
  listUsers,
  NewUser,
  readUser,
  User,
  UserChanges,
  UserDetail,
  UserFilters,
  updateUser,
} from './user.ts'

export default resource('/users', 'Users of an account', (r) => {
  r.list(
    '/',
    {
      can: 'users.read',
      of: User,
      query: UserFilters,
      sorts: ['-created_at', 'name', 'email', 'status', 'last_login_at'],
      summary: 'List users',
    },
    ({ ctx, page, query }) => listUsers(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'users.create',
      notImpersonating: true,
      body: NewUser,
      of: UserDetail,
      summary: 'Create a user',
      says: 'User created',
      fails: ['role_not_assignable'],
    },
    ({ ctx, body }) => createUser(ctx, body),
  )
  r.get(
    '/stats',
    { can: 'users.read', of: UserStats, summary: 'Count users by status' },
    ({ ctx }) => readUserStats(ctx),
  )
  r.get(
    '/:id',
    { can: 'users.read', orSelf: true, of: UserDetail, summary: 'Get a user' },
    ({ ctx, id }) => readUser(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'users.update',
      whileImpersonating:
        'limited to name and preferences; address, password and roles are refused',
      orSelf: true,
      body: UserChanges,
      of: UserDetail,
      summary: 'Update a user, or yourself',
      says: 'User updated',
      fails: ['role_not_assignable', 'insufficient_rank', 'last_owner'],
    },
    ({ ctx, id, body }) => updateUser(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'users.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete a user',
      says: 'User deleted',
      fails: ['insufficient_rank', 'last_owner', 'validation_error'],
    },
    ({ ctx, id }) => deleteUser(ctx, id),
  )
  r.put(
    '/:id/suspend',
    {
      can: 'users.suspend',
      notImpersonating: true,
      body: UserSuspension,
      of: UserDetail,
      summary: 'Suspend a user and end all their sessions',
      says: 'User suspended',
      fails: ['insufficient_rank', 'last_owner', 'invalid_transition'],
    },
    ({ ctx, id, body }) => suspendUser(ctx, id, body),
  )
  r.put(
    '/:id/activate',
    {
      can: 'users.suspend',
      notImpersonating: true,
      of: UserDetail,
      summary: 'Activate a suspended user',
      says: 'User activated',
      fails: ['insufficient_rank', 'invalid_transition'],
    },
    ({ ctx, id }) => activateUser(ctx, id),
  )
  r.put(
    '/:id/unlock',
    {
      can: 'users.suspend',
      notImpersonating: true,
      of: UserDetail,
      summary: 'Unlock sign-in after too many failed attempts',
      says: 'User unlocked',
      fails: ['insufficient_rank'],
    },
    ({ ctx, id }) => unlockUser(ctx, id),
  )
  r.post(
    '/:id/reset_password',
    {
      can: 'users.update',
      notImpersonating: true,
      of: Empty,
      status: 200,
      summary: 'End a user’s sessions and email them a link to reset the password',
      says: 'Reset link sent',
      fails: ['insufficient_rank', 'invalid_transition'],
    },
    ({ ctx, id }) => resetUserPassword(ctx, id),
  )
  r.post(
    '/:id/roles/:role_id',
    {
      can: 'roles.assign',
      notImpersonating: true,
      of: UserDetail,
      status: 200,
      name: 'assignRole',
      summary: 'Assign a role to a user',
      says: 'Role assigned',
      fails: ['role_not_assignable', 'insufficient_rank'],
    },
    ({ ctx, id, role_id }) => assignRole(ctx, id, role_id),
  )
  r.delete(
    '/:id/roles/:role_id',
    {
      can: 'roles.assign',
      notImpersonating: true,
      of: UserDetail,
      name: 'removeRole',
      summary: 'Remove a role from a user',
      says: 'Role removed',
      fails: ['role_not_assignable', 'insufficient_rank', 'last_owner'],
    },
    ({ ctx, id, role_id }) => removeRole(ctx, id, role_id),
  )
})

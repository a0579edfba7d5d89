import { resource } from '../../platform/http/resource.ts'
import { Nothing } from '../../platform/http/shapes.ts'
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

export default resource('/users', (r) => {
  r.list(
    '/',
    {
      can: 'users.read',
      of: User,
      query: UserFilters,
      sorts: ['-created_at', 'name', 'email', 'status', 'last_login_at'],
      summary: 'The people of the account',
    },
    ({ ctx, page, query }) => listUsers(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'users.create',
      body: NewUser,
      of: UserDetail,
      summary: 'Add a person',
      says: 'User created',
      fails: ['role_not_assignable'],
    },
    ({ ctx, body }) => createUser(ctx, body),
  )
  r.get(
    '/:id',
    { can: 'users.read', orSelf: true, of: UserDetail, summary: 'One person' },
    ({ ctx, id }) => readUser(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'users.update',
      orSelf: true,
      body: UserChanges,
      of: UserDetail,
      summary: 'Change a person, or yourself',
      says: 'User updated',
      fails: ['role_not_assignable', 'insufficient_rank', 'last_owner'],
    },
    ({ ctx, id, body }) => updateUser(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'users.delete',
      of: Nothing,
      summary: 'Remove a person',
      says: 'User deleted',
      fails: ['insufficient_rank', 'last_owner', 'validation_error'],
    },
    ({ ctx, id }) => deleteUser(ctx, id),
  )
})

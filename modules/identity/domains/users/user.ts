import { randomUUIDv7 } from 'node:crypto'
import { type Ctx, callingUser } from '@powernode/server/platform/db/context.ts'
import { contains, refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { requireSmallObjects } from '@powernode/server/platform/http/bounds.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Changes,
  Choice,
  Count,
  Dictionary,
  Email,
  Flag,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { lockAccount } from '../accounts/account.ts'
import { suspendDelegationsTo } from '../delegations/suspension.ts'
import { permissionsOf, RoleName, setRoles } from '../roles/role.ts'
import { addUser, isImpersonating } from './changes.ts'
import { withOwnPassword } from './lockout.ts'
import { requireMailAllowed } from './mail_limits.ts'
import { notifyOfNewAddress } from './notices.ts'
import { revokeTokens, sendLink } from './one_time_tokens.ts'
import { requireAnOwner } from './owners.ts'
import { acceptPassword, changeOwnPassword } from './passwords.ts'
import { matchesUser, UserSearch } from './search.ts'

const Name = Title(100, { description: 'Full name', examples: ['Ada Lovelace'] })
const Roles = ListOf(RoleName, {
  description: 'Names of the user’s roles',
  examples: [['member']],
  maxItems: 20,
})
const Preferences = Dictionary('Preferences set in the web app', [{ theme: 'dark' }])
// `acceptPassword` checks the rules; this maximum limits the memory that argon2 uses.
export const Password = Type.String({
  maxLength: 1024,
  description:
    '12 (by default) to 128 characters, with upper case, lower case, digit and special character',
  examples: ['Correct-Horse-7-Battery'],
})

export const User = Shape('User', {
  id: Id(),
  name: Name,
  email: Email(),
  email_verified: Flag('Whether the address was confirmed'),
  roles: Roles,
  status: Choice(['active', 'inactive', 'suspended'], 'Only active users can sign in'),
  locked: Flag('Whether sign-in is temporarily locked after failed attempts'),
  two_factor_enabled: Flag('Whether sign-in requires a second factor'),
  last_login_at: Nullable(Time('Last sign-in')),
  created_at: Time('When the user was created'),
  updated_at: Time('When the user was last updated'),
})

export const UserDetail = Shape('UserDetail', {
  ...User.properties,
  permissions: ListOf(Text(100), { description: 'All permissions of the roles, sorted' }),
  failed_login_attempts: Count('Failed attempts since the last sign-in', [0]),
  preferences: Preferences,
})

export const NewUser = Shape('NewUser', {
  name: Name,
  email: Email(),
  roles: Type.Optional(Roles),
  password: Type.Optional(Password),
})

export const UserChanges = Changes(
  'UserChanges',
  Shape({
    name: Name,
    email: Email(),
    roles: Roles,
    preferences: Preferences,
    password: Password,
    current_password: Type.String({
      maxLength: 1024,
      description: 'Required to change your own password or address',
      examples: ['Correct-Horse-7-Battery'],
    }),
  }),
)

export const UserFilters = {
  search: UserSearch,
  status: User.properties.status,
  role: RoleName,
  locked: Flag('Only users whose sign-in is locked, or only the others'),
}

type Changed = Static<typeof UserChanges>
type Filters = QueryValues<typeof UserFilters>

export function listUsers(ctx: Ctx, page: PageRequest, { search, status, role, locked }: Filters) {
  let query = selectUsers(ctx)
  if (status) query = query.where('users.status', '=', status)
  // Not the expression of the column, so that its index finds the few locked users.
  if (locked) query = query.where('users.locked_until', '>', ctx.now())
  if (locked === false) query = query.where(isLocked(ctx.now()), '=', false)
  if (search) query = query.where(matchesUser(search, contains))
  if (role) {
    query = query.where(
      sql<boolean>`exists (select from user_roles ur join roles r on r.id = ur.role_id
        where ur.user_id = users.id and r.name = ${role})`,
    )
  }
  return paginate(ctx, query, page, 'users')
}

export async function readUser(ctx: Ctx, id: string): Promise<Static<typeof UserDetail>> {
  const user = await selectUsers(ctx)
    .select(['users.failed_login_attempts', 'users.preferences'])
    .where('users.id', '=', id)
    .executeTakeFirst()
  if (!user) throw fail.notFound('user')
  return { ...user, permissions: await permissionsOf(ctx, id) }
}

export async function countUsers(ctx: Ctx): Promise<number> {
  const { count } = await ctx
    .own('users')
    .select()
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Adds a user to the account. Without a password, the user is emailed a link to choose one. */
export async function createUser(ctx: Ctx, input: Static<typeof NewUser>) {
  const { name, password, roles = ['member'] } = input
  const email = normalise(input.email)
  const secret = password === undefined ? {} : await acceptPassword(ctx, password)
  const id = randomUUIDv7()
  await requireMailAllowed(ctx, 'confirmation_mail', email)
  await ctx
    .transaction(async (tx) => {
      await addUser(tx, { id, name, email, ...secret })
      await setRoles(tx, id, roles)
      const purpose = password === undefined ? 'set_password' : 'verify_email'
      await sendLink(tx, purpose, { id, name, email })
      await tx.audit('user.created', id, { new: { name, email, roles } })
      await tx.emit('user.created', { id, name, email, roles })
    })
    .catch(emailTaken)
  return readUser(ctx, id)
}

/**
 * Updates a user. Callers cannot set another user's password, change their own roles, or change a user who has
 * permissions that they lack. A new address must be confirmed again; changing one's own address requires the password.
 */
export async function updateUser(ctx: Ctx, id: string, changes: Changed) {
  const before = await readUser(ctx, id)
  const self = callingUser(ctx)?.userId === id
  if (!self) requireRank(ctx, before.permissions)
  requireEditableFields(self, changes)
  if (ctx.actor.kind === 'user' && ctx.actor.impersonation) {
    if (changes.email ?? changes.password ?? changes.roles)
      throw fail.with('impersonation_restricted')
  }
  if (self && ctx.actor.kind === 'api_key') {
    if ((changes.email ?? changes.password ?? changes.current_password) !== undefined)
      throw fail.with(
        'forbidden',
        'API keys cannot change the address or password of their creator',
      )
  }

  const { name, preferences, roles, password, current_password } = changes
  requireSmallObjects({ preferences })
  const email = changes.email && normalise(changes.email)
  const emailChanged = email !== undefined && email !== before.email
  // The owner of the address can reset the password, so an API key needs all permissions of the user.
  if (emailChanged && !self) requireRank(ctx, before.permissions, callingUser(ctx)?.permissions)
  if (emailChanged) await requireMailAllowed(ctx, 'confirmation_mail', email)
  const needsPassword = self && (emailChanged || password !== undefined)
  const transactor = needsPassword ? withOwnPassword(ctx, id, current_password) : ctx
  await transactor
    .transaction(async (tx) => {
      const { numUpdatedRows } = await tx
        .own('users')
        .update({
          ...(name && { name }),
          ...(preferences && { preferences }),
          ...(emailChanged && { email, email_verified_at: null }),
          updated_at: ctx.now(),
        })
        .where('id', '=', id)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw fail.notFound('user')
      if (password !== undefined) await changeOwnPassword(tx, id, password)
      if (roles) {
        await lockAccount(tx, ctx.account.id)
        await setRoles(tx, id, roles)
        await requireAnOwner(tx)
      }
      if (emailChanged) {
        await revokeTokens(tx, id)
        await suspendDelegationsTo(tx, { id, name: before.name })
        await sendLink(tx, 'verify_email', { id, name: name ?? before.name, email })
        await notifyOfNewAddress(tx, before, email)
      }
      const { password: _, current_password: __, ...recorded } = changes
      const { preferences: ___, ...others } = recorded
      // How users see the web app concerns no one else, unless another person changes it.
      const auditedChanges = self && !isImpersonating(ctx) ? others : recorded
      if (Object.keys(auditedChanges).length > 0) {
        await tx.audit('user.updated', id, diffOf(before, auditedChanges))
        await tx.emit('user.updated', { id, changes: Object.keys(auditedChanges) })
      } else tx.unaudited('passwords are audited separately; preferences concern no one else')
      await tx.forget({ user: id })
    })
    .catch(emailTaken)
  return readUser(ctx, id)
}

export async function deleteUser(ctx: Ctx, id: string): Promise<void> {
  if (callingUser(ctx)?.userId === id) {
    throw fail.invalid({ base: ['You cannot delete yourself'] })
  }
  const user = await readUser(ctx, id)
  requireRank(ctx, user.permissions)
  await ctx.transaction(async (tx) => {
    await lockAccount(tx, ctx.account.id)
    const { numDeletedRows } = await tx
      .own('users')
      .delete()
      .where('id', '=', id)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw fail.notFound('user')
    await requireAnOwner(tx)
    const { name, email, roles } = user
    await tx.audit('user.deleted', id, { old: { name, email, roles } })
    await tx.emit('user.deleted', { id, name, email })
    await tx.forget({ user: id })
  })
}

/** The form in which addresses are stored and compared. */
export function normalise(email: string): string {
  return email.trim().toLowerCase()
}

export const emailTaken = refuseDuplicate('users_email', 'email')

/** Query for `User` rows. */
export const selectUsers = (ctx: Ctx) => ctx.own('users').select().select(userColumns(ctx.now()))

const isLocked = (now: Date) => sql<boolean>`coalesce(users.locked_until > ${now}, false)`

/** The columns of a `User`, for any query that joins `users`. */
export function userColumns(now: Date) {
  return [
    'users.id',
    'users.name',
    'users.email',
    'users.status',
    'users.last_login_at',
    'users.two_factor_enabled',
    'users.created_at',
    'users.updated_at',
    sql<boolean>`users.email_verified_at is not null`.as('email_verified'),
    isLocked(now).as('locked'),
    sql<string[]>`array(
      select r.name from user_roles ur join roles r on r.id = ur.role_id
      where ur.user_id = users.id order by r.name)`.as('roles'),
  ] as const
}

/** Users cannot change their own roles; others cannot change a user's password. */
function requireEditableFields(self: boolean, changes: Changed) {
  if (self && changes.roles) throw fail.invalid({ roles: ['You cannot change your own roles'] })
  if (!self && (changes.password ?? changes.current_password) !== undefined) {
    throw fail.invalid({
      password: ['Only the user can set their password; send a reset link instead'],
    })
  }
}

/** 403 `insufficient_rank` if the other user has permissions that the caller lacks. */
export function requireRank(ctx: Ctx, permissions: string[], rank = callingUser(ctx)?.rank) {
  if (!rank) return
  const beyond = permissions.filter((name) => !rank.has(name as Permission))
  if (beyond.length > 0) throw fail.with('insufficient_rank', undefined, { beyond })
}

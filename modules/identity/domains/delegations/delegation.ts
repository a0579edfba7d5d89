import { type Ctx, callingUser } from '@powernode/server/platform/db/context.ts'
import { isDuplicate } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Changes,
  Choice,
  Email,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { isDelegable, type Permission } from '@powernode/server/platform/kernel/permissions.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { readRole } from '../roles/role.ts'
import { requireMailAllowed } from '../users/mail_limits.ts'
import { findUserByEmail, Person, personOf } from '../users/person.ts'
import { normalise } from '../users/user.ts'
import { notifyDelegate } from './notice.ts'

const Permissions = ListOf(Text(100, { examples: ['users.read'] }), {
  description: 'Delegated permissions; if a role is set too, they must be permissions of that role',
  examples: [['users.read']],
  maxItems: 100,
})
const Notes = Text(1000, { description: 'Purpose of the delegation', examples: ['Bookkeeping'] })
const Status = Choice(
  ['active', 'inactive', 'revoked', 'expired'],
  'Only an active delegation grants permissions',
)

export const Delegation = Shape('Delegation', {
  id: Id(),
  user: Person,
  delegated_by: Nullable(Person),
  role: Nullable(Shape({ id: Id(), name: Text(100, { description: 'Name of the role' }) })),
  permissions: Permissions,
  status: Status,
  notes: Nullable(Notes),
  expires_at: Nullable(Time('When it expires')),
  revoked_at: Nullable(Time('When it was revoked')),
  created_at: Time('When it was created'),
  updated_at: Time('When it was last updated'),
})

const fields = {
  role_id: Id('Role of this account whose permissions are delegated'),
  permissions: Permissions,
  expires_at: Time('When it expires'),
  notes: Notes,
}

export const NewDelegation = Shape('NewDelegation', {
  email: Email('Address of a user of another account on this server'),
  role_id: Type.Optional(fields.role_id),
  permissions: Type.Optional(fields.permissions),
  expires_at: Type.Optional(fields.expires_at),
  notes: Type.Optional(fields.notes),
})

export const DelegationChanges = Changes(
  'DelegationChanges',
  Shape({
    role_id: Nullable(fields.role_id),
    permissions: fields.permissions,
    expires_at: Nullable(fields.expires_at),
    notes: Nullable(fields.notes),
  }),
)

export const DelegationFilters = { status: Status, role_id: fields.role_id }

type Filters = QueryValues<typeof DelegationFilters>

export function listDelegations(ctx: Ctx, page: PageRequest, { status, role_id }: Filters) {
  let query = selectDelegations(ctx)
  if (status) query = query.where(shownStatus(ctx), '=', status)
  if (role_id) query = query.where('delegations.role_id', '=', role_id)
  return paginate(ctx, query, page, 'delegations')
}

export async function readDelegation(ctx: Ctx, id: string) {
  const delegation = await selectDelegations(ctx)
    .where('delegations.id', '=', id)
    .executeTakeFirst()
  if (!delegation) throw fail.notFound('delegation')
  return delegation
}

/** Delegates permissions to a user of another account and notifies them by email. */
export async function createDelegation(ctx: Ctx, input: Static<typeof NewDelegation>) {
  const person = await findUserByEmail(ctx, normalise(input.email))
  if (!person) throw fail.invalid({ email: ['does not belong to a user on this server'] })
  if (person.account_id === ctx.account.id)
    throw fail.invalid({ email: ['already belongs to this account'] })
  if (!person.email_verified) throw fail.invalid({ email: ['is not confirmed yet'] })
  const { role_id = null, permissions = [], notes = null } = input
  const expires_at = requireFuture(ctx, input.expires_at)
  await requireDelegable(ctx, role_id, permissions)
  await requireMailAllowed(ctx, 'invitation_mail', person.email)

  const id = await ctx
    .transaction(async (tx) => {
      const made = await tx
        .own('delegations')
        .insert({
          user_id: person.id,
          given_to: person.email,
          role_id,
          permissions,
          notes,
          expires_at,
          delegated_by_id: callingUser(tx)?.userId ?? null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await notifyDelegate(tx, person, { role_id, permissions, expires_at })
      await tx.audit('delegation.created', made.id, {
        new: { email: person.email, role_id, permissions },
      })
      await tx.emit('delegation.created', { id: made.id, user_id: person.id })
      await tx.forget({ user: person.id })
      return made.id
    })
    .catch((error) => {
      if (!isDuplicate(error, 'delegations_live')) throw error
      throw fail.invalid({ email: ['already has a delegation here'] })
    })
  return readDelegation(ctx, id)
}

export async function updateDelegation(
  ctx: Ctx,
  id: string,
  changes: Static<typeof DelegationChanges>,
) {
  const before = await readDelegation(ctx, id)
  if (before.status === 'revoked')
    throw fail.with('invalid_transition', 'This delegation is revoked')
  const role_id = changes.role_id === undefined ? (before.role?.id ?? null) : changes.role_id
  const permissions = changes.permissions ?? before.permissions
  await requireDelegable(ctx, role_id, permissions)
  const { expires_at, ...rest } = changes
  await change(ctx, id, 'updated', ['active', 'inactive'], {
    ...rest,
    ...(expires_at !== undefined && { expires_at: expires_at && requireFuture(ctx, expires_at) }),
  })
  return readDelegation(ctx, id)
}

/**
 * Activates a delegation for the user's current address. An expired delegation needs a later `expires_at` first.
 */
export async function activateDelegation(ctx: Ctx, id: string) {
  const { status, expires_at, user } = await readDelegation(ctx, id)
  if (status === 'expired' || (expires_at && expires_at < ctx.now())) {
    throw fail.with('invalid_transition', 'This delegation has expired: set a later expiry first')
  }
  const current = await findUserByEmail(ctx, user.email)
  if (current?.id !== user.id || !current.email_verified) {
    throw fail.with('invalid_transition', 'The user has not confirmed their address yet')
  }
  const columns = { status: 'active', given_to: user.email }
  await change(ctx, id, 'activated', ['active', 'inactive'], columns)
  return readDelegation(ctx, id)
}

export async function deactivateDelegation(ctx: Ctx, id: string) {
  await change(ctx, id, 'deactivated', ['active'], { status: 'inactive' })
  return readDelegation(ctx, id)
}

/** Revokes a delegation permanently. Sessions that use it end immediately. */
export async function revokeDelegation(ctx: Ctx, id: string) {
  await change(ctx, id, 'revoked', ['active', 'inactive'], {
    status: 'revoked',
    revoked_at: ctx.now(),
  })
  return readDelegation(ctx, id)
}

type Stored = 'active' | 'inactive' | 'revoked'

type Change = 'updated' | 'activated' | 'deactivated' | 'revoked'

async function change(ctx: Ctx, id: string, label: Change, from: Stored[], columns: object) {
  await ctx.transaction(async (tx) => {
    const changed = await tx
      .own('delegations')
      .update({ ...columns, updated_at: tx.now() })
      .where('id', '=', id)
      .where('status', 'in', from)
      .returning('user_id')
      .executeTakeFirst()
    if (!changed) {
      const { status } = await readDelegation(tx, id)
      throw fail.with('invalid_transition', `This delegation is ${status}`)
    }
    await tx.audit(`delegation.${label}`, id, { new: { ...columns } })
    await tx.emit(`delegation.${label}`, { id })
    await tx.forget({ user: changed.user_id })
  })
}

/** Refuses permissions that the caller lacks or that cannot be delegated. */
async function requireDelegable(ctx: Ctx, roleId: string | null, permissions: string[]) {
  if (!roleId && permissions.length === 0)
    throw fail.invalid({ base: ['Choose a role or permissions'] })
  const role = roleId ? await readRole(ctx, roleId).catch(() => undefined) : undefined
  if (roleId && !role) throw fail.invalid({ role_id: ['is not a role of this account'] })
  const requested = permissions.length > 0 ? permissions : (role?.permissions ?? [])
  const outside = role ? permissions.filter((name) => !role.permissions.includes(name)) : []
  if (outside.length > 0)
    throw fail.invalid({ permissions: [`not in the role: ${outside.join(', ')}`] })

  const callerPermissions = callingUser(ctx)?.permissions
  const beyond = requested.filter((name) => {
    const granted = callerPermissions?.has(name as Permission) ?? true
    return !granted || !isDelegable(name as Permission)
  })
  if (beyond.length === 0) return
  const field = permissions.length > 0 ? 'permissions' : 'role_id'
  throw fail.invalid({ [field]: [`cannot be delegated: ${beyond.join(', ')}`] })
}

function requireFuture(ctx: Ctx, at: Date | undefined): Date | null {
  if (at === undefined) return null
  if (at <= ctx.now()) throw fail.invalid({ expires_at: ['must be in the future'] })
  return at
}

function shownStatus(ctx: Ctx) {
  return sql<
    Static<typeof Status>
  >`case when delegations.status <> 'revoked' and delegations.expires_at < ${ctx.now()}
    then 'expired' when delegations.status = 'active' and delegations.given_to is distinct from users.email
    then 'inactive' else delegations.status end`
}

function selectDelegations(ctx: Ctx) {
  return ctx
    .own('delegations')
    .select()
    .innerJoin('users', 'users.id', 'delegations.user_id')
    .leftJoin('users as givers', 'givers.id', 'delegations.delegated_by_id')
    .leftJoin('roles', 'roles.id', 'delegations.role_id')
    .select([
      'delegations.id',
      'delegations.permissions',
      'notes',
      'delegations.expires_at',
      'revoked_at',
      'delegations.created_at',
      'delegations.updated_at',
      shownStatus(ctx).as('status'),
      personOf('users').$castTo<Static<typeof Person>>().as('user'),
      personOf('givers').as('delegated_by'),
      sql<Static<typeof Delegation>['role']>`case when roles.id is not null then
        jsonb_build_object('id', roles.id, 'name', roles.name) end`.as('role'),
    ])
}

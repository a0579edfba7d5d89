import { digestOf, randomSecret } from '@powernode/server/platform/crypto/vault.ts'
import {
  type Ctx,
  callingUser,
  type PlatformCtx,
  type Tx,
} from '@powernode/server/platform/db/context.ts'
import {
  contains,
  isDuplicate,
  isReferenceViolation,
} from '@powernode/server/platform/db/database.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Email,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { RoleName, requireAssignable } from '../roles/role.ts'
import { requireMailAllowed } from '../users/mail_limits.ts'
import { findUserByEmail, isAddressInAccount, Person, personOf } from '../users/person.ts'
import { normalise } from '../users/user.ts'
import { mailInvitation } from './notice.ts'
import { invitedRoles, rolesOfInvitation, storeInvitedRoles } from './roles.ts'
import { VoidReason, voidFailure, voidReasonOf } from './validity.ts'

const LIFETIME_DAYS = 7

const Name = Title(100, { description: 'Full name, if known', examples: ['Grace Hopper'] })
const Status = Choice(['pending', 'accepted', 'expired', 'cancelled'], 'Status of the invitation')
const Roles = ListOf(RoleName, {
  description: 'Roles the user will have',
  examples: [['member']],
  maxItems: 20,
})

export const Invitation = Shape('Invitation', {
  id: Id(),
  email: Email('Address of the invited user'),
  name: Nullable(Name),
  status: Status,
  void_reason: Nullable(VoidReason),
  roles: Roles,
  inviter: Nullable(Person),
  message: Nullable(Text(500, { description: 'Personal message' })),
  expires_at: Time('When it expires'),
  accepted_at: Nullable(Time('When it was accepted')),
  created_at: Time('When it was first sent'),
  updated_at: Time('When it was last updated'),
})

export const NewInvitation = Shape('NewInvitation', {
  email: Email('Address of the invited user'),
  name: Type.Optional(Name),
  roles: Type.Optional(Roles),
  message: Type.Optional(Text(500, { description: 'Personal message', examples: ['Welcome!'] })),
})

export const InvitationFilters = {
  status: Status,
  search: Text(100, { description: 'Part of the address or name, or an id' }),
}

export function listInvitations(
  ctx: Ctx,
  page: PageRequest,
  { status, search }: QueryValues<typeof InvitationFilters>,
) {
  let query = selectInvitations(ctx)
  if (status) query = query.where(sql`${shownStatus(ctx)}`, '=', status)
  if (search && isId(search)) query = query.where('invitations.id', '=', search)
  else if (search) {
    query = query.where((eb) =>
      eb.or([
        contains(eb.ref('invitations.email'), search),
        contains(eb.ref('invitations.name'), search),
      ]),
    )
  }
  return paginate(ctx, query, page, 'invitations')
}

/** Invites a user by email. At most one pending invitation per address; refused if a user confirmed the address. */
export async function createInvitation(ctx: Ctx, input: Static<typeof NewInvitation>) {
  const email = normalise(input.email)
  const roles = [...new Set(input.roles ?? ['member'])]
  await requireMailAllowed(ctx, 'invitation_mail', email)
  const id = await ctx
    .transaction(async (tx) => {
      const assignable = await requireAssignable(tx, roles)
      const user = await findUserByEmail(tx, email)
      if (user?.email_verified || (await isAddressInAccount(tx, email)))
        throw fail.invalid({ email: ['is already taken'] })
      await expireFor(tx, email)
      const { token, ...secret } = newToken(tx)
      const row = { email, roles, name: input.name ?? null, message: input.message ?? null }
      const inviter_id = callingUser(tx)?.userId ?? null
      const made = await tx
        .own('invitations')
        .insert({ ...row, ...secret, inviter_id })
        .returning('id')
        .executeTakeFirstOrThrow()
      await storeInvitedRoles(tx, made.id, assignable)
      await mailInvitation(tx, await readInvitation(tx, made.id), token)
      await tx.audit('invitation.created', made.id, { new: { email, roles } })
      await tx.emit('invitation.created', { id: made.id, email, roles })
      return made.id
    })
    .catch((error) => {
      if (isReferenceViolation(error)) throw fail.invalid({ roles: ['were deleted'] })
      if (!isDuplicate(error, 'invitations_pending')) throw error
      throw fail.invalid({ email: ['has already been invited'] })
    })
  return readInvitation(ctx, id)
}

/**
 * Resends an invitation with a new link for another seven days; the old link stops working. The caller becomes the
 * inviter, so they must be able to assign its roles.
 */
export async function resendInvitation(ctx: Ctx, id: string) {
  const { email } = await readInvitation(ctx, id)
  await requireMailAllowed(ctx, 'invitation_mail', email)
  await ctx.transaction(async (tx) => {
    const { token, ...secret } = newToken(tx)
    const { numUpdatedRows } = await tx
      .own('invitations')
      .update({ ...secret, status: 'pending', updated_at: tx.now() })
      .where('id', '=', id)
      .where('status', 'in', ['pending', 'expired'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) await failUnchangeable(tx, id)
    const { roles, incomplete } = await rolesOfInvitation(tx, id)
    if (incomplete) throw voidFailure('role_deleted')
    const names = roles.map((role) => role.name)
    await requireAssignable(tx, names)
    await storeInvitedRoles(tx, id, roles)
    await tx
      .own('invitations')
      .update({ roles: names, inviter_id: callingUser(tx)?.userId ?? null })
      .where('id', '=', id)
      .execute()
    await mailInvitation(tx, await readInvitation(tx, id), token)
    await tx.audit('invitation.resent', id)
  })
  return readInvitation(ctx, id)
}

export async function cancelInvitation(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const cancelled = await tx
      .own('invitations')
      .update({ status: 'cancelled', updated_at: tx.now() })
      .where('id', '=', id)
      .where('status', '=', 'pending')
      .where('expires_at', '>=', tx.now())
      .returning('email')
      .executeTakeFirst()
    if (!cancelled) return failUnchangeable(tx, id)
    await tx.audit('invitation.cancelled', id)
    await tx.emit('invitation.cancelled', { id, email: cancelled.email })
  })
}

/** Marks expired invitations in all accounts; returns their number. */
export async function expireInvitations(ctx: PlatformCtx): Promise<number> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('expiry is recorded in the row itself')
    const expired = await tx
      .acrossAccounts({ because: 'the daily sweep covers every account' })
      .updateTable('invitations')
      .set({ status: 'expired', updated_at: tx.now() })
      .where('status', '=', 'pending')
      .where('expires_at', '<', tx.now())
      .returning(['id', 'email', 'account_id'])
      .execute()
    for (const { account_id, ...invitation } of expired) {
      await tx.inAccount(account_id).emit('invitation.expired', invitation)
    }
    return expired.length
  })
}

async function readInvitation(ctx: Ctx, id: string) {
  const invitation = await selectInvitations(ctx)
    .where('invitations.id', '=', id)
    .executeTakeFirst()
  if (!invitation) throw fail.notFound('invitation')
  return invitation
}

/** Throws the reason why an update matched no row: the invitation does not exist, or its status does not allow it. */
async function failUnchangeable(tx: Tx, id: string): Promise<never> {
  const { status } = await readInvitation(tx, id)
  throw fail.with('invalid_transition', `This invitation is ${status}`)
}

function newToken({ now }: Ctx) {
  const token = randomSecret()
  const expires_at = new Date(now().getTime() + LIFETIME_DAYS * DAY_MS)
  return { token, token_digest: digestOf(token), expires_at }
}

/** Marks an expired pending invitation, so that a new one can be created for the address. */
async function expireFor(tx: Tx, email: string) {
  await tx
    .own('invitations')
    .update({ status: 'expired', updated_at: tx.now() })
    .where('email', '=', email)
    .where('status', '=', 'pending')
    .where('expires_at', '<', tx.now())
    .execute()
}

/** Shows an expired pending invitation as expired before the sweep has updated it. */
function shownStatus(ctx: Ctx) {
  return sql<
    Static<typeof Status>
  >`case when invitations.status = 'pending' and invitations.expires_at < ${ctx.now()}
    then 'expired' else invitations.status end`
}

function selectInvitations(ctx: Ctx) {
  return ctx
    .own('invitations')
    .select()
    .leftJoin('users', 'users.id', 'invitations.inviter_id')
    .select([
      'invitations.id',
      'invitations.email',
      'invitations.name',
      invitedRoles.as('roles'),
      'message',
      'expires_at',
      'accepted_at',
      'invitations.created_at',
      'invitations.updated_at',
      shownStatus(ctx).as('status'),
      sql<Static<typeof VoidReason> | null>`case when ${shownStatus(ctx)} = 'pending'
        then ${voidReasonOf(ctx.now())} end`.as('void_reason'),
      personOf('users').as('inviter'),
    ])
}

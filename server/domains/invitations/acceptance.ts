import { randomUUIDv7 } from 'node:crypto'
import { type Static, Type } from 'typebox'
import { digestOf } from '../../platform/crypto/vault.ts'
import type { PlatformCtx } from '../../platform/db/context.ts'
import { fail } from '../../platform/http/fail.ts'
import { Email, Id, List, Nullable, Shape, Text, Time, Title } from '../../platform/http/shapes.ts'
import { RoleName, setRoles } from '../roles/role.ts'
import { acceptPassword } from '../users/passwords.ts'
import { emailTaken, Password } from '../users/user.ts'
import { Invitation } from './invitation.ts'

export const PublicInvitation = Shape({
  email: Email('Who is invited'),
  name: Nullable(Text(100, { description: 'Full name, if the inviter knew it' })),
  roles: List(RoleName, { description: 'Roles the person will have' }),
  status: Invitation.properties.status,
  expires_at: Time('Until when it can be accepted'),
  account_name: Text(100, { description: 'Where to' }),
})

export const Acceptance = Shape({
  name: Type.Optional(Title(100, { description: 'Full name', examples: ['Grace Hopper'] })),
  password: Password,
  password_confirmation: Type.Optional(Password),
})

export const Joined = Shape({
  user: Shape({ id: Id(), email: Email(), name: Text(100, { description: 'Full name' }) }),
})

/** What somebody with the link may know before accepting. */
export async function lookUpInvitation(ctx: PlatformCtx, token: string) {
  const {
    id: _,
    account_id: __,
    account_status: ___,
    inviter_id: ____,
    ...shown
  } = await find(ctx, token)
  return shown
}

/**
 * Makes the person and uses the invitation up, together: of two who accept at once, one finds it accepted. They have
 * exactly the invited roles, and following the link proved the address.
 */
export async function acceptInvitation(
  ctx: PlatformCtx,
  token: string,
  input: Static<typeof Acceptance>,
): Promise<Static<typeof Joined>> {
  const { password, password_confirmation } = input
  if (password_confirmation !== undefined && password_confirmation !== password) {
    throw fail.invalid({ password_confirmation: ['does not match the password'] })
  }
  const invitation = await find(ctx, token)
  const { email, roles, status, account_id } = invitation
  if (status !== 'pending') throw fail.with('invalid_transition', `This invitation is ${status}`)
  if (invitation.account_status !== 'active') throw fail.with('account_inactive')
  const name = input.name ?? invitation.name
  if (!name) throw fail.invalid({ name: ['is required'] })

  const secret = await acceptPassword(ctx, password)
  const id = randomUUIDv7()
  await ctx
    .inAccount(account_id, { kind: 'system' })
    .transaction(async (tx) => {
      const { numUpdatedRows } = await tx
        .own('invitations')
        .update({ status: 'accepted', accepted_at: tx.now(), updated_at: tx.now() })
        .where('id', '=', invitation.id)
        .where('status', '=', 'pending')
        .executeTakeFirst()
      if (numUpdatedRows === 0n)
        throw fail.with('invalid_transition', 'This invitation is accepted')
      await tx
        .own('users')
        .insert({ id, name, email, email_verified_at: tx.now(), ...secret })
        .execute()
      await setRoles(tx, id, roles)
      await tx.audit('invitation.accepted', invitation.id, { userId: id })
      await tx.audit('user.created', id, { userId: id, new: { name, email, roles } })
      await tx.emit('invitation.accepted', { id: invitation.id, email })
      await tx.emit('user.created', { id, name, email, roles })
      await tx.emit('user.joined', { id, name })
    })
    .catch(emailTaken)
  return { user: { id, email, name } }
}

async function find(ctx: PlatformCtx, token: string) {
  const row = await ctx
    .acrossAccounts()
    .selectFrom('invitations')
    .innerJoin('accounts', 'accounts.id', 'invitations.account_id')
    .select(['invitations.id', 'invitations.account_id', 'email', 'invitations.name', 'roles'])
    .select(['inviter_id', 'expires_at', 'invitations.status'])
    .select(['accounts.name as account_name', 'accounts.status as account_status'])
    .where('token_digest', '=', digestOf(token))
    .executeTakeFirst()
  if (!row) throw fail.notFound('invitation')
  const late = row.status === 'pending' && row.expires_at < ctx.now()
  return { ...row, status: late ? ('expired' as const) : row.status }
}

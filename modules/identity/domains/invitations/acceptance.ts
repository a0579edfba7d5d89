import { randomUUIDv7 } from 'node:crypto'
import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import {
  Email,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { lockAccount } from '../accounts/account.ts'
import { assignRoles, RoleName } from '../roles/role.ts'
import { type SignedIn, signedIn } from '../sessions/session.ts'
import { completeSignIn } from '../sessions/sign_in.ts'
import { claimAddress } from '../users/addresses.ts'
import { addUser } from '../users/changes.ts'
import { acceptPassword } from '../users/passwords.ts'
import { emailTaken, Password } from '../users/user.ts'
import { Invitation } from './invitation.ts'
import { invitedRoles, rolesOfInvitation } from './roles.ts'
import { readVoidReason, VoidReason, voidFailure } from './validity.ts'

export const PublicInvitation = Shape('PublicInvitation', {
  email: Email('Address of the invited user'),
  name: Nullable(Text(100, { description: 'Full name, if the inviter entered it' })),
  roles: ListOf(RoleName, { description: 'Roles the user will have' }),
  status: Invitation.properties.status,
  void_reason: Nullable(VoidReason),
  expires_at: Time('When it expires'),
  account_name: Text(100, { description: 'Name of the account' }),
})

export const InvitationAcceptance = Shape('InvitationAcceptance', {
  name: Type.Optional(Title(100, { description: 'Full name', examples: ['Grace Hopper'] })),
  password: Password,
  password_confirmation: Type.Optional(Password),
})

/** The part of an invitation that is shown before it is accepted. */
export async function lookUpInvitation(ctx: PlatformCtx, token: string) {
  const { id, account_id, ...shown } = await find(ctx, token)
  const target = ctx.inAccount(account_id, { kind: 'system' })
  return {
    ...shown,
    void_reason: shown.status === 'pending' ? await readVoidReason(target, id) : null,
  }
}

/**
 * Creates the user and marks the invitation as accepted in one transaction, so it can be accepted only once. The user
 * gets exactly the invited roles, if the inviter can still assign them. Opening the link proves the address, so the user is
 * signed in as after a registration; a required second factor is still missing from this session.
 */
export async function acceptInvitation(
  ctx: PlatformCtx,
  token: string,
  input: Static<typeof InvitationAcceptance>,
): Promise<Static<typeof SignedIn>> {
  const { password, password_confirmation } = input
  if (password_confirmation !== undefined && password_confirmation !== password) {
    throw fail.invalid({ password_confirmation: ['does not match the password'] })
  }
  const invitation = await find(ctx, token)
  const { email, status, account_id } = invitation
  if (status !== 'pending') throw fail.with('invalid_transition', `This invitation is ${status}`)
  const name = input.name ?? invitation.name
  if (!name) throw fail.invalid({ name: ['is required'] })

  const secret = await acceptPassword(ctx, password)
  const id = randomUUIDv7()
  const issued = await ctx
    .inAccount(account_id, { kind: 'system' })
    .transaction(async (tx) => {
      await claimAddress(tx, email)
      // Locked until commit, so that the roles of the inviter and of other users do not change.
      await lockAccount(tx, account_id)
      const { roles, roleIds } = await consume(tx, token)
      await addUser(tx, { id, name, email, email_verified_at: tx.now(), ...secret })
      await assignRoles(tx, id, roleIds)
      await tx.audit('invitation.accepted', invitation.id, { userId: id })
      await tx.audit('user.created', id, { userId: id, new: { name, email, roles } })
      await tx.emit('invitation.accepted', { id: invitation.id, email })
      await tx.emit('user.created', { id, name, email, roles })
      await tx.emit('user.joined', { id, name })
      return completeSignIn(tx, id, 'invitation')
    })
    .catch(emailTaken)
  return signedIn(ctx, issued)
}

/** Marks the invitation of a link as accepted; returns its roles. A link that was replaced is unknown. */
async function consume(tx: Tx, token: string) {
  const used = await tx
    .own('invitations')
    .update({ status: 'accepted', accepted_at: tx.now(), updated_at: tx.now() })
    .where('token_digest', '=', digestOf(token))
    .where('status', '=', 'pending')
    .where('expires_at', '>', tx.now())
    .returning('id')
    .executeTakeFirst()
  if (!used) {
    const { status } = await find(tx, token)
    throw fail.with('invalid_transition', `This invitation is ${status}`)
  }
  const reason = await readVoidReason(tx, used.id)
  if (reason) throw voidFailure(reason)
  const given = await rolesOfInvitation(tx, used.id)
  const roles = given.roles.map((role) => role.name).sort()
  await tx.own('invitations').update({ roles }).where('id', '=', used.id).execute()
  return { roles, roleIds: given.roles.map((role) => role.id) }
}

async function find(ctx: PlatformCtx, token: string) {
  const row = await ctx
    .acrossAccounts({ because: 'a mailed link names no account' })
    .selectFrom('invitations')
    .innerJoin('accounts', 'accounts.id', 'invitations.account_id')
    .select(['invitations.id', 'invitations.account_id', 'email', 'invitations.name'])
    .select(invitedRoles.as('roles'))
    .select(['expires_at', 'invitations.status'])
    .select('accounts.name as account_name')
    .where('token_digest', '=', digestOf(token))
    .executeTakeFirst()
  if (!row) throw fail.wrongGuess(fail.notFound('invitation'))
  const late = row.status === 'pending' && row.expires_at < ctx.now()
  return { ...row, status: late ? ('expired' as const) : row.status }
}

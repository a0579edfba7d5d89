import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { isUnusedAccount, removeAccount } from '../accounts/removal.ts'
import { suspendDelegationsTo } from '../delegations/suspension.ts'
import { endSessions } from '../sessions/ending.ts'
import { ownersOf } from './owners.ts'

/**
 * Reserves an address for the user who proved that they receive its email: other users who have not confirmed it lose it.
 * 422 if another user confirmed it. The address is locked until commit; the caller marks it as confirmed.
 */
export async function claimAddress(tx: PlatformTx, email: string, userId?: string): Promise<void> {
  await lockAddress(tx, email)
  const users = await tx
    .acrossAccounts({ because: 'an address is unique across accounts' })
    .selectFrom('users')
    .select(['id', 'account_id', 'name', 'email', 'email_verified_at', 'unconfirmed_since'])
    .where('email', '=', email)
    .execute()
  const others = users.filter(({ id }) => id !== userId)
  if (others.some((other) => other.email_verified_at))
    throw fail.invalid({ email: ['is already taken'] })
  for (const other of others) {
    await releaseAddress(tx.inAccount(other.account_id, { kind: 'system' }), other)
  }
}

/** Locks the address of an emailed link. Call it before the link is redeemed. */
export async function lockAddressOf(tx: PlatformTx, token: string): Promise<void> {
  const row = await tx
    .acrossAccounts({ because: 'a mailed link names no account' })
    .selectFrom('one_time_tokens')
    .innerJoin('users', 'users.id', 'one_time_tokens.user_id')
    .select('users.email')
    .where('digest', '=', digestOf(token))
    .executeTakeFirst()
  if (row) await lockAddress(tx, row.email)
}

/** Whether no other user of any account has the address. Call it under the lock of `lockAddressOf`. */
export async function isOnlyUserAt(
  tx: PlatformTx,
  email: string,
  userId: string,
): Promise<boolean> {
  const other = await tx
    .acrossAccounts({ because: 'an address is unique across accounts' })
    .selectFrom('users')
    .select('id')
    .where('email', '=', email)
    .where('id', '<>', userId)
    .executeTakeFirst()
  return !other
}

async function lockAddress(tx: PlatformTx, email: string): Promise<void> {
  await sql`select lock_address(${email})`.execute(tx.db)
}

const REASON = 'address confirmed by somebody else'

/** The audit log of another account must not reveal the IP address of the user who confirmed. */
const hiddenSource = { source: 'system', ip_address: null, user_agent: null } as const

interface UserRow {
  id: string
  name: string
  email: string
  unconfirmed_since: Date | null
}

/**
 * Releases the address of a user after another user confirmed it. A user who never confirmed any address is deleted,
 * together with the account if it is otherwise unused. Otherwise the user only loses the address and all sessions.
 */
async function releaseAddress(tx: Tx, user: UserRow): Promise<void> {
  const { id, name, email } = user
  const accountUnused = await isUnusedAccount(tx)
  if (user.unconfirmed_since) {
    if (accountUnused) return removeAccount(tx, REASON)
    const owners = await ownersOf(tx)
    if (owners.some((owner) => owner.id !== id)) {
      await tx.own('users').delete().where('id', '=', id).execute()
      await tx.audit('user.deleted', id, {
        old: { name, email },
        metadata: { reason: REASON },
        overrides: hiddenSource,
      })
      await tx.emit('user.deleted', { id, name, email })
      return tx.forget({ user: id })
    }
  }
  await tx
    .own('users')
    .update({ email: `${id}@released.invalid`, updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
  await tx.own('one_time_tokens').delete().where('user_id', '=', id).execute()
  await suspendDelegationsTo(tx, { id, name })
  await endSessions(tx, id, { reason: REASON })
  await tx.audit('user.address_released', id, { old: { email }, overrides: hiddenSource })
  await tx.emit('user.updated', { id, changes: ['email'] })
}

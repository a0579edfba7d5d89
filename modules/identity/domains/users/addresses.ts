import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { isUnusedAccount, removeAccount } from '../accounts/removal.ts'
import { suspendDelegationsTo } from '../delegations/suspension.ts'
import { endSessions } from '../sessions/ending.ts'
import { ownersOf } from './owners.ts'

/**
 * Makes an address free for whoever proved that they read its mail: nobody else who gave it without confirming it keeps
 * it. 422 where somebody else confirmed it. Until commit nobody else takes it; confirming it is the caller's.
 */
export async function claimAddress(tx: PlatformTx, email: string, userId?: string): Promise<void> {
  await lockAddress(tx, email)
  const everybody = await tx
    .acrossAccounts({ because: 'an address is unique across accounts' })
    .selectFrom('users')
    .select(['id', 'account_id', 'name', 'email', 'email_verified_at', 'unconfirmed_since'])
    .where('email', '=', email)
    .execute()
  const others = everybody.filter(({ id }) => id !== userId)
  if (others.some((other) => other.email_verified_at))
    throw fail.invalid({ email: ['is already taken'] })
  for (const other of others) {
    await giveUpAddress(tx.inAccount(other.account_id, { kind: 'system' }), other)
  }
}

/** The same lock for the address of a mailed link, to be taken before the link is used up. */
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

/** Whether nobody else gave an address, in whatever account. Under the lock of `lockAddressOf` it stays so. */
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

/** Whoever confirms an address must not show, by where they are, in the audit log of a stranger's account. */
const unseen = { source: 'system', ip_address: null, user_agent: null } as const

interface Unconfirmed {
  id: string
  name: string
  email: string
  unconfirmed_since: Date | null
}

/**
 * What becomes of somebody whose address another person confirmed. Who never confirmed any address is deleted, with the
 * account where nothing else stands on it. Otherwise they only lose the address and their sessions.
 */
async function giveUpAddress(tx: Tx, person: Unconfirmed): Promise<void> {
  const { id, name, email } = person
  const alone = await isUnusedAccount(tx)
  if (person.unconfirmed_since) {
    if (alone) return removeAccount(tx, REASON)
    const owners = await ownersOf(tx)
    if (owners.some((owner) => owner.id !== id)) {
      await tx.own('users').delete().where('id', '=', id).execute()
      await tx.audit('user.deleted', id, {
        old: { name, email },
        metadata: { reason: REASON },
        overrides: unseen,
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
  await tx.audit('user.address_released', id, { old: { email }, overrides: unseen })
  await tx.emit('user.updated', { id, changes: ['email'] })
}

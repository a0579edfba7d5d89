import { randomUUIDv7 } from 'node:crypto'
import type { PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import { setRoles } from '../roles/role.ts'
import { claimAddress } from '../users/addresses.ts'
import { addUser } from '../users/changes.ts'
import type { PasswordColumns } from '../users/passwords.ts'
import { normalise } from '../users/user.ts'
import { createAccount } from './account.ts'

interface FirstUser {
  name: string
  email: string
  /** From `acceptPassword`, called before the transaction: a hash in it would hold a connection. */
  secret: PasswordColumns
  roles: string[]
  verified: boolean
}

/**
 * Creates an account with its first user. Returns a transaction in that account, with the system as actor, for further
 * setup. An address that another user confirmed fails.
 */
export async function createAccountWithUser(
  outer: PlatformTx,
  accountName: string,
  { name, secret, roles, verified, ...person }: FirstUser,
): Promise<{ tx: Tx; user: { id: string; name: string; email: string } }> {
  const email = normalise(person.email)
  if (verified) await claimAddress(outer, email)
  const account = await createAccount(outer, randomUUIDv7(), accountName)
  const tx = outer.inAccount(account.id, { kind: 'system' })
  const id = randomUUIDv7()
  const email_verified_at = verified ? tx.now() : null
  await addUser(tx, { id, name, email, email_verified_at, ...secret })
  await setRoles(tx, id, roles)
  await tx.audit('user.created', id, { userId: id, new: { name, email, roles } })
  await tx.emit('user.created', { id, name, email, roles })
  return { tx, user: { id, name, email } }
}

import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { Users } from '@powernode/server/platform/db/rows.ts'
import type { Insertable } from 'kysely'

type NewRow = Omit<Insertable<Users>, 'id' | 'account_id'> & { id: string }

/** Adds a person to the account. Roles, audit row and events are the caller's. */
export async function addUser(tx: Tx, row: NewRow): Promise<void> {
  await tx.own('users').insert(row).execute()
}

/** Takes the person's address for confirmed. */
export async function confirmAddress(tx: Tx, id: string): Promise<void> {
  await tx.own('users').update({ email_verified_at: tx.now() }).where('id', '=', id).execute()
}

/** Notes that sign-in asks the person for a second factor, or no longer does. Returns whom to write to. */
export function setTwoFactor(tx: Tx, id: string, enabled: boolean) {
  return tx
    .own('users')
    .update({ two_factor_enabled: enabled, updated_at: tx.now() })
    .where('id', '=', id)
    .returning(['name', 'email'])
    .executeTakeFirstOrThrow()
}

/** Has sign-in ask the person for no second factor any more. Returns whether it did. */
export async function clearTwoFactor(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .own('users')
    .update({ two_factor_enabled: false })
    .where('id', '=', id)
    .where('two_factor_enabled', '=', true)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

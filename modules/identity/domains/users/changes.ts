import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { Users } from '@powernode/server/platform/db/rows.ts'
import type { Insertable } from 'kysely'

type NewRow = Omit<Insertable<Users>, 'id' | 'account_id'> & { id: string }

/** Adds a user to the account. The caller sets roles, audits and emits events. */
export async function addUser(tx: Tx, row: NewRow): Promise<void> {
  await tx.own('users').insert(row).execute()
}

/** Marks the user's address as confirmed. */
export async function confirmAddress(tx: Tx, id: string): Promise<void> {
  await tx.own('users').update({ email_verified_at: tx.now() }).where('id', '=', id).execute()
}

/** Sets whether sign-in requires a second factor. Returns the user's name and address. */
export function setTwoFactor(tx: Tx, id: string, enabled: boolean) {
  return tx
    .own('users')
    .update({ two_factor_enabled: enabled, updated_at: tx.now() })
    .where('id', '=', id)
    .returning(['name', 'email'])
    .executeTakeFirstOrThrow()
}

/** Removes the second factor from sign-in. Returns whether it was required. */
export async function clearTwoFactor(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .own('users')
    .update({ two_factor_enabled: false })
    .where('id', '=', id)
    .where('two_factor_enabled', '=', true)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether someone else acts as the user. */
export const isImpersonating = ({ actor }: Pick<PlatformCtx, 'actor'>): boolean =>
  actor.kind === 'user' && actor.impersonation !== undefined

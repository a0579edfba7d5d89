import type { Tx } from '@powernode/server/platform/db/context.ts'
import { dropTokens } from '../users/one_time_tokens.ts'

/**
 * Ends a person's sessions but one, also those in accounts that a delegation opens, and sign-ins that wait for their
 * code. Returns the sessions that ended.
 */
export async function endSessions(
  tx: Tx,
  userId: string,
  { reason, except }: { reason: string; except?: string | undefined },
): Promise<{ id: string; user_id: string }[]> {
  let sessions = tx
    .acrossAccounts({ because: 'a person may be signed in to accounts that delegations open' })
    .updateTable('sessions')
    .set({ revoked_at: tx.now(), revoked_reason: reason })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
  if (except) sessions = sessions.where('id', '!=', except)
  const ended = await sessions.returning(['id', 'user_id']).execute()
  await dropTokens(tx, userId, ['two_factor'])
  await tx.forget({ user: userId })
  return ended
}

/** Ends one session of the account, for whatever reason. */
export async function revokeSession(tx: Tx, id: string, reason: string): Promise<void> {
  await tx
    .own('sessions')
    .update({ revoked_at: tx.now(), revoked_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** Ends a session that another takes the place of, and returns it; undefined where it has ended already. */
export function replaceSession(tx: Tx, id: string, reason: string) {
  return tx
    .own('sessions')
    .update({ revoked_at: tx.now(), revoked_reason: reason })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('proved_at')
    .executeTakeFirst()
}

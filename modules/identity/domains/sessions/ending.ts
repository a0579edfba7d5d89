import type { Tx } from '@powernode/server/platform/db/context.ts'
import { revokeTokens } from '../users/one_time_tokens.ts'

/**
 * Ends a user's sessions, including those in other accounts, and pending sign-ins. `except` names a session to keep.
 * Returns the sessions that were ended.
 */
export async function endSessions(
  tx: Tx,
  userId: string,
  { reason, except }: { reason: string; except?: string | undefined },
): Promise<{ id: string; user_id: string }[]> {
  let sessions = tx
    .acrossAccounts({ because: 'a user may be signed in to other accounts through delegations' })
    .updateTable('sessions')
    .set({ revoked_at: tx.now(), revoked_reason: reason })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
  if (except) sessions = sessions.where('id', '!=', except)
  const ended = await sessions.returning(['id', 'user_id']).execute()
  await revokeTokens(tx, userId, ['two_factor'])
  await tx.forget({ user: userId })
  return ended
}

/** Ends one session of the account. */
export async function revokeSession(tx: Tx, id: string, reason: string): Promise<void> {
  await tx
    .own('sessions')
    .update({ revoked_at: tx.now(), revoked_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** Ends a session that is replaced by another one, and returns it; undefined if it has ended already. */
export function replaceSession(tx: Tx, id: string, reason: string) {
  return tx
    .own('sessions')
    .update({ revoked_at: tx.now(), revoked_reason: reason })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('proved_at')
    .executeTakeFirst()
}

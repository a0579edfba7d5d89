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

import type { Tx } from '@powernode/server/platform/db/context.ts'
import { ownersOf } from '../users/owners.ts'

const REASON = 'address of the person changed'

/** Where somebody's address changes must not show in the audit log of another account. */
const unseen = { source: 'system', ip_address: null, user_agent: null } as const

/**
 * Somebody's address changes, and with it perhaps who reads its mail: what other accounts gave them rests until these
 * activate it again, and the owners there are told.
 */
export async function suspendDelegationsTo(
  tx: Tx,
  person: { id: string; name: string },
): Promise<void> {
  const resting = await tx
    .acrossAccounts({ because: 'other accounts gave them' })
    .updateTable('delegations')
    .set({ status: 'inactive', updated_at: tx.now() })
    .where('user_id', '=', person.id)
    .where('status', '=', 'active')
    .returning(['id', 'account_id'])
    .execute()
  for (const { id, account_id } of resting) {
    const there = tx.inAccount(account_id, { kind: 'system' })
    await there.audit('delegation.deactivated', id, {
      metadata: { reason: REASON },
      overrides: unseen,
    })
    await there.emit('delegation.deactivated', { id })
    const owners = await ownersOf(there)
    await there.notify(
      owners.map((owner) => owner.id),
      {
        notification_type: 'delegation_suspended',
        title: `The rights of ${person.name} here were paused`,
        message: `${person.name}, who works here from another account, has a new e-mail address. Activate the delegation again if that person is still meant.`,
        severity: 'warning',
        category: 'people',
        action_url: '/delegations',
      },
    )
  }
  if (resting.length > 0) await tx.forget({ user: person.id })
}

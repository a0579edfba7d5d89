import type { Tx } from '@powernode/server/platform/db/context.ts'
import { ownersOf } from '../users/owners.ts'

const REASON = 'address of the person changed'

/** The audit log of another account must not reveal the IP address of the change. */
const hiddenSource = { source: 'system', ip_address: null, user_agent: null } as const

/**
 * Deactivates the delegations that other accounts gave to a user whose address changed, because someone else may receive
 * email at the new address. The owners of those accounts are notified and can activate them again.
 */
export async function suspendDelegationsTo(
  tx: Tx,
  user: { id: string; name: string },
): Promise<void> {
  const deactivated = await tx
    .acrossAccounts({ because: 'delegations belong to the accounts that gave them' })
    .updateTable('delegations')
    .set({ status: 'inactive', updated_at: tx.now() })
    .where('user_id', '=', user.id)
    .where('status', '=', 'active')
    .returning(['id', 'account_id'])
    .execute()
  for (const { id, account_id } of deactivated) {
    const target = tx.inAccount(account_id, { kind: 'system' })
    await target.audit('delegation.deactivated', id, {
      metadata: { reason: REASON },
      overrides: hiddenSource,
    })
    await target.emit('delegation.deactivated', { id })
    const owners = await ownersOf(target)
    await target.notify(
      owners.map((owner) => owner.id),
      {
        notification_type: 'delegation_suspended',
        title: `The delegation to ${user.name} was deactivated`,
        message: `${user.name}, a user of another account, changed their email address. Activate the delegation again if they should keep access.`,
        severity: 'warning',
        category: 'people',
        action_url: '/delegations',
      },
    )
  }
  if (deactivated.length > 0) await tx.forget({ user: user.id })
}

import type { Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { GatewayName } from '../../gateways/port.ts'
import { post } from '../ledger/entry.ts'
import { lockPayment } from '../payments/locking.ts'
import { announceDispute } from './announcing.ts'

interface ClosedDispute {
  gateway: GatewayName
  /** Its id at the gateway. */
  external_id: string
  status: 'won' | 'lost'
}

/**
 * Closes a dispute of the account: the gateway returned the money, or it is a bad debt. A closed one stays as it is. 404 for one
 * that was never opened.
 */
export async function closeDispute(
  tx: Tx,
  { gateway, external_id, status }: ClosedDispute,
): Promise<void> {
  const found = tx
    .own('disputes')
    .select()
    .selectAll()
    .where('gateway', '=', gateway)
    .where('external_id', '=', external_id)
  const dispute = await found.executeTakeFirst()
  if (!dispute) throw fail.notFound('dispute')
  await lockPayment(tx, dispute.payment_id)
  tx.unaudited('a dispute that is closed already stays as it is')
  const { id, currency, amount_cents } = dispute
  const closed = await tx
    .own('disputes')
    .update({ status, closed_at: tx.now(), updated_at: tx.now() })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .returningAll()
    .executeTakeFirst()
  if (!closed) return
  await post(tx, {
    kind: status === 'won' ? 'dispute_won' : 'dispute_lost',
    ...{ subject_type: 'dispute', subject_id: id, currency },
    debit: { [status === 'won' ? `clearing:${gateway}` : 'bad_debts']: amount_cents },
    credit: { disputed: amount_cents },
  })
  await announceDispute(tx, 'closed', closed)
}

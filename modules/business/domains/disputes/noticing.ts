import type { PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import { lockPayment } from '../payments/locking.ts'
import {
  findReceivedPayment,
  type ReceivedMoney,
  type ReceivedPayment,
} from '../payments/received.ts'
import { closeDispute } from './closing.ts'
import { openDispute } from './opening.ts'

type DisputeSays = ReceivedMoney &
  Omit<Parameters<typeof openDispute>[1], 'payment_id' | 'external_id'> & {
    /** Null if the gateway only says that the money was taken back, and not for which dispute. */
    external_id: string | null
    status: 'open' | 'won' | 'lost'
    /** When it happened, by the clock of the gateway. */
    occurred_at: Date
  }

/**
 * Applies an event about a dispute for which the gateway took money back. One that has ended is recorded even if its start is
 * not known, so the order of the events does not matter. Undefined if the payment is not known, or not as received yet.
 */
export async function noticeDispute(
  tx: PlatformTx,
  { external_id, charge_id, status, ...says }: DisputeSays,
): Promise<ReceivedPayment | undefined> {
  const { gateway, intent_id, occurred_at, ...dispute } = says
  const payment = await findReceivedPayment(tx, { gateway, charge_id, intent_id })
  if (!payment) return undefined
  const account = tx.inAccount(payment.account_id)
  await lockPayment(account, payment.id)
  account.unaudited('a dispute that is known already changes nothing')
  const named = { external_id, charge_id, occurred_at }
  const known = await findDispute(account, payment.id, named)
  const id = known ?? external_id ?? charge_id
  if (!known) await openDispute(account, { ...dispute, payment_id: payment.id, external_id: id })
  if (status !== 'open') await closeDispute(account, { gateway, external_id: id, status })
  return payment
}

/**
 * Its id at the gateway, as it was recorded. Money that was taken back before its dispute was named has the id of the charge;
 * money of which no dispute is named is that of one that was not won before.
 */
async function findDispute(
  tx: Tx,
  paymentId: string,
  says: Pick<DisputeSays, 'external_id' | 'charge_id' | 'occurred_at'>,
): Promise<string | undefined> {
  const disputes = await tx
    .own('disputes')
    .select()
    .select(['external_id', 'status', 'closed_at'])
    .where('payment_id', '=', paymentId)
    .execute()
  const named = disputes.find(({ external_id }) => external_id === says.external_id)
  const unnamed = disputes.find(({ external_id }) => external_id === says.charge_id)
  const other = disputes.find(
    ({ status, closed_at }) => status !== 'won' || (closed_at && closed_at >= says.occurred_at),
  )
  return (named ?? unnamed ?? (says.external_id ? undefined : other))?.external_id
}

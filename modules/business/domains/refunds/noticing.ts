import type { PlatformTx } from '@powernode/server/platform/db/context.ts'
import {
  findReceivedPayment,
  type ReceivedMoney,
  type ReceivedPayment,
} from '../payments/received.ts'
import { applyRefundReport } from './reporting.ts'

type RefundSays = ReceivedMoney & Omit<Parameters<typeof applyRefundReport>[1], 'payment_id'>

/**
 * Applies an event about a refund, also one that was made at the gateway. Undefined if the payment is not known, or not as
 * received yet, and if a refund failed of which nothing else is known yet.
 */
export async function noticeRefund(
  tx: PlatformTx,
  says: RefundSays,
): Promise<ReceivedPayment | undefined> {
  const payment = await findReceivedPayment(tx, says)
  if (!payment) return undefined
  const report = { ...says, payment_id: payment.id }
  const isKnown = await applyRefundReport(tx.inAccount(payment.account_id), report)
  return isKnown ? payment : undefined
}

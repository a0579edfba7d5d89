import type { Tx } from '@powernode/server/platform/db/context.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { GatewayRefund } from '../../gateways/port.ts'
import { lockPayment, type PaymentRow } from '../payments/locking.ts'
import { isReceived } from '../payments/statuses.ts'
import type { RefundRow } from './announcing.ts'
import { divideRefund, refundableOf } from './dividing.ts'
import { insertRefund } from './inserting.ts'
import { settleRefund } from './settling.ts'

type Report = Pick<
  GatewayRefund,
  'external_id' | 'refund_id' | 'amount_cents' | 'currency' | 'status'
> & {
  /** Our payment that was charged. */
  payment_id: string
  failure_code?: string | null
}

/**
 * Applies what the gateway says about a refund, as an event does. One that was made at the gateway, as in its dashboard, is
 * recorded. More than can be credited is taken from suspense, which becomes negative until a person decides. Returns false for
 * one that failed and was not known: nothing is recorded. 409 if it cannot be a refund of the payment.
 */
export async function applyRefundReport(tx: Tx, report: Report): Promise<boolean> {
  const { payment, invoice } = await lockPayment(tx, report.payment_id)
  tx.unaudited('a report that is known already changes nothing')
  const { status, external_id, failure_code = null, amount_cents } = report
  const known = await findRefund(tx, payment, report)
  if (known) {
    await settleRefund(tx, known, { status, external_id, failure_code })
    return true
  }
  if (status === 'failed') return false
  const left = payment.amount_cents - payment.refunded_cents
  if (!isReceived(payment) || report.currency !== payment.currency || amount_cents > left) {
    throw fail.with('conflict', 'This is no refund of the payment')
  }
  const parts = divideRefund(amount_cents, await refundableOf(tx, payment, invoice))
  const suspended_cents = amount_cents - parts.credited_cents - parts.invoiced_cents
  const refund = await insertRefund(tx, payment, invoice, {
    destination: 'method',
    reason: 'Paid back at the payment gateway',
    parts: { ...parts, suspended_cents },
    external_id,
  })
  await settleRefund(tx, refund, { status, external_id })
  return true
}

function findRefund(
  tx: Tx,
  payment: PaymentRow,
  { external_id, refund_id }: Report,
): Promise<Pick<RefundRow, 'id' | 'payment_id'> | undefined> {
  return tx
    .own('refunds')
    .select()
    .select(['id', 'payment_id'])
    .where('payment_id', '=', payment.id)
    .where(({ eb, or }) =>
      or([
        eb('external_id', '=', external_id),
        ...(refund_id && isId(refund_id) ? [eb('id', '=', refund_id)] : []),
      ]),
    )
    .executeTakeFirst()
}

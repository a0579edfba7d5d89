import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import type { Selectable } from 'kysely'
import { paymentStream } from '../payments/payment.ts'

export type RefundRow = Selectable<DB['refunds']>

/** Changes a refund of a locked payment, and returns it. */
export function changeRefund(
  tx: Tx,
  { id }: Pick<RefundRow, 'id'>,
  changes: Parameters<ReturnType<typeof tx.own<'refunds'>>['update']>[0],
): Promise<RefundRow> {
  return tx
    .own('refunds')
    .update({ ...changes, updated_at: tx.now() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Records a change of a refund in the audit log, and notifies webhooks and the channel of payments of it. */
export async function announceRefund(
  tx: Tx,
  change: 'created' | 'succeeded' | 'failed',
  refund: RefundRow,
): Promise<void> {
  const { id, payment_id, invoice_id, status, destination, amount_cents, currency } = refund
  const { reason, external_id, failure_code } = refund
  const base = { id, payment_id, status, destination, amount_cents, currency }
  await tx.audit(`refund.${change}`, id, {
    new: { ...base, reason, external_id, ...(failure_code && { failure_code }) },
  })
  await tx.emit(`refund.${change}`, base)
  await tx.broadcast(paymentStream(tx.account.id), {
    type: `refund_${change}`,
    payment: { id: payment_id, status, invoice_id },
    timestamp: tx.now().toISOString(),
  })
}

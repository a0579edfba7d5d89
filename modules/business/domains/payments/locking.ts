import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Selectable } from 'kysely'
import { lockBilling } from '../billing/profile.ts'
import { lockInvoice } from '../invoices/announcing.ts'

export type PaymentRow = Selectable<DB['payments']>

/** Locks the billing of the account, the invoice of a payment and the payment, in this order, until commit. */
export async function lockPayment(tx: Tx, id: string) {
  await lockBilling(tx)
  const query = tx.own('payments').select().selectAll().where('id', '=', id)
  const found = await query.executeTakeFirst()
  if (!found) throw fail.notFound('payment')
  const invoice = found.invoice_id ? await lockInvoice(tx, found.invoice_id) : undefined
  const payment: PaymentRow = await query.forNoKeyUpdate().executeTakeFirstOrThrow()
  return { payment, invoice }
}

/** Changes a locked payment, and returns it. */
export function changePayment(
  tx: Tx,
  { id }: Pick<PaymentRow, 'id'>,
  changes: Parameters<ReturnType<typeof tx.own<'payments'>>['update']>[0],
): Promise<PaymentRow> {
  return tx
    .own('payments')
    .update({ ...changes, updated_at: tx.now() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Flag, Id, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { accountOfInvoice } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { chargeInvoice, NewCharge } from './paying.ts'
import { Payment } from './payment.ts'

export const PaymentRequest = Shape('PaymentRequest', NewCharge.properties)

export const ProcessedPayment = Shape('ProcessedPayment', {
  payment_id: Nullable(Id('The payment; null if the credit of the account paid the invoice')),
  invoice_id: Id('The invoice'),
  status: Payment.properties.status,
  amount_cents: Cents('What was paid with it', 3451),
  already_processed: Flag('Whether the invoice was paid before; nothing was charged then'),
})

/**
 * Charges an invoice without anyone being present, and waits for the outcome. An invoice that is paid is not charged again. 402
 * if the payment was declined. Handlers of jobs must not call it: it waits for a worker.
 */
export async function processPayment(
  ctx: PlatformCtx,
  { invoice_id, payment_method_id }: Static<typeof PaymentRequest>,
): Promise<Static<typeof ProcessedPayment>> {
  const accountCtx = ctx.inAccount(await accountOfInvoice(ctx, invoice_id))
  const { status } = await accountCtx
    .own('invoices')
    .select()
    .select('status')
    .where('id', '=', invoice_id)
    .executeTakeFirstOrThrow()
  const already_processed = status === 'paid'
  const payment = already_processed
    ? await accountCtx
        .own('payments')
        .select()
        .select(['id', 'status', 'amount_cents'])
        .where('invoice_id', '=', invoice_id)
        .where('status', 'in', ['succeeded', 'partially_refunded', 'refunded'])
        .orderBy('processed_at', 'desc')
        .limit(1)
        .executeTakeFirst()
    : await chargeInvoice(accountCtx, invoice_id, payment_method_id, false)
  return {
    payment_id: payment?.id ?? null,
    invoice_id,
    status: payment?.status ?? 'succeeded',
    amount_cents: payment?.amount_cents ?? 0,
    already_processed,
  }
}

import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Id, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { lockBilling } from '../billing/profile.ts'
import { Invoice } from '../invoices/invoice.ts'
import { collect } from './collecting.ts'
import { awaitPayment, requireNotFailed } from './outcome.ts'
import { Payment } from './payment.ts'

export const InvoiceCharge = Shape('InvoiceCharge', {
  payment_method_id: Type.Optional(Id('The payment method to charge; by default, the default one')),
})

const { id, invoice_number, status, amount_due_cents } = Invoice.properties

export const PaidInvoice = Shape('PaidInvoice', {
  invoice: Shape({ id, invoice_number, status, amount_due_cents }),
  payment: Nullable(Payment),
})

/**
 * Charges what is due for an invoice, with the person present, and waits for the outcome. `payment` is null if the credit of
 * the account paid it. 402 if it was declined; without an outcome in time, the payment is `processing`.
 */
export async function payInvoice(
  ctx: Ctx,
  invoiceId: string,
  { payment_method_id }: Static<typeof InvoiceCharge>,
): Promise<Static<typeof PaidInvoice>> {
  const payment = await chargeInvoice(ctx, invoiceId, payment_method_id, true)
  const invoice = await ctx
    .own('invoices')
    .select()
    .select(['id', 'invoice_number', 'status', 'amount_due_cents'])
    .where('id', '=', invoiceId)
    .executeTakeFirstOrThrow()
  return { invoice, payment }
}

export const NewCharge = Shape('NewCharge', {
  invoice_id: Id('The invoice to pay'),
  ...InvoiceCharge.properties,
})

/** The same, as a payment. 409 if the credit of the account paid the invoice. */
export async function createCharge(
  ctx: Ctx,
  { invoice_id, payment_method_id }: Static<typeof NewCharge>,
  on_session: boolean,
): Promise<Static<typeof Payment>> {
  const payment = await chargeInvoice(ctx, invoice_id, payment_method_id, on_session)
  if (payment) return payment
  throw fail.with('invalid_transition', 'The credit of the account paid this invoice')
}

/** Charges an invoice and waits for the outcome. Null if the credit of the account paid it. */
export async function chargeInvoice(
  ctx: Ctx,
  invoiceId: string,
  payment_method_id: string | undefined,
  on_session: boolean,
): Promise<Static<typeof Payment> | null> {
  const { payment_id } = await ctx.transaction(async (tx) => {
    tx.unaudited('a payment that is unsettled already is returned; a new one is audited')
    await lockBilling(tx)
    return collect(tx, invoiceId, { on_session, payment_method_id })
  })
  return payment_id ? requireNotFailed(await awaitPayment(ctx, payment_id)) : null
}

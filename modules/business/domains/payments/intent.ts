import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Flag, Id, Nullable, Secret, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { lockBillingIn } from '../billing/currency.ts'
import { tooLittle } from '../invoices/issuing.ts'
import { enabledGateways } from '../payment_gateways/credentials.ts'
import { Currency } from '../plans/plan.ts'
import { askForPayment } from './asking.ts'
import { chargeableMethod } from './chargeable.ts'
import { insertPayment } from './collecting.ts'
import { awaitPayment, requireNotFailed } from './outcome.ts'
import { createCharge } from './paying.ts'
import { Payment } from './payment.ts'

const MAX_CENTS = 99_999_999

export const NewPaymentIntent = Shape('NewPaymentIntent', {
  invoice_id: Type.Optional(Id('The invoice to pay; without one, the payment becomes credit')),
  amount_cents: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_CENTS,
      description: 'Amount. Required without an invoice, and otherwise exactly what is due',
      examples: [5000],
    }),
  ),
  currency: Type.Optional(Currency),
  payment_method_id: Type.Optional(Id('The payment method to charge; by default, the default one')),
})

/** What a person must do to approve a payment. */
export const NextAction = Shape('NextAction', {
  client_secret: Nullable(
    Secret('For the form of the gateway in the browser', 'pi_1Q2w3E_secret_4R5t6Y'),
  ),
  url: Nullable(Secret('The page of the gateway to approve it', 'https://www.paypal.com/…')),
  publishable_key: Nullable(
    Text(255, { description: 'Key for the form of the gateway', examples: ['pk_live_1Q2w3E'] }),
  ),
  simulated: Flag(
    'Whether payments are simulated: instead of a form, `POST /payments/{id}/simulate_approval` approves it',
  ),
})

export const PaymentIntent = Shape('PaymentIntent', {
  ...Payment.properties,
  next_action: Nullable(NextAction),
})

/**
 * Pays an invoice, or adds credit, with the person present, and waits for the outcome. With `requires_action`, the person must
 * approve it, and `POST /payments/{id}/continue` continues. 402 if it was declined.
 */
export async function createPaymentIntent(
  ctx: Ctx,
  input: Static<typeof NewPaymentIntent>,
): Promise<Static<typeof PaymentIntent>> {
  const { invoice_id, payment_method_id } = input
  if (invoice_id) await requireAmountDue(ctx, invoice_id, input)
  const payment = invoice_id
    ? await createCharge(ctx, { invoice_id, ...(payment_method_id && { payment_method_id }) }, true)
    : await addCredit(ctx, input)
  return { ...payment, next_action: await nextActionOf(ctx, payment.id) }
}

/** Null if the person need not do anything. */
export async function nextActionOf(
  ctx: Ctx,
  id: string,
): Promise<Static<typeof NextAction> | null> {
  const payment = await ctx
    .own('payments')
    .select()
    .select(['gateway', 'sealed_next_action'])
    .where('id', '=', id)
    .where('status', '=', 'requires_action')
    .executeTakeFirst()
  if (!payment?.sealed_next_action) return null
  const enabled = (await enabledGateways(ctx)).find(({ gateway }) => gateway === payment.gateway)
  const opened = ctx.platform.vault.open(payment.sealed_next_action).toString()
  const { client_secret, url } = JSON.parse(opened) as Record<
    'client_secret' | 'url',
    string | null
  >
  const { publishable_key = null, simulated = false } = enabled ?? {}
  return { client_secret, url, publishable_key, simulated }
}

/** What a person must do to approve a payment; nothing unless it waits for that. */
export async function readNextAction(ctx: Ctx, id: string): Promise<Static<typeof NextAction>> {
  const payment = await ctx.own('payments').select().select('id').where('id', '=', id).execute()
  if (payment.length === 0) throw fail.notFound('payment')
  const nothing = { client_secret: null, url: null, publishable_key: null, simulated: false }
  return (await nextActionOf(ctx, id)) ?? nothing
}

async function requireAmountDue(
  ctx: Ctx,
  id: string,
  { amount_cents, currency }: Static<typeof NewPaymentIntent>,
): Promise<void> {
  const invoice = await ctx
    .own('invoices')
    .select()
    .select(['amount_due_cents', 'currency'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!invoice) throw fail.notFound('invoice')
  if (currency && currency !== invoice.currency) {
    throw fail.invalid({ currency: [`must be ${invoice.currency}, as the invoice`] })
  }
  if (amount_cents !== undefined && amount_cents !== invoice.amount_due_cents) {
    throw fail.invalid({ amount_cents: [`must be ${invoice.amount_due_cents}, what is due`] })
  }
}

/** Charges an amount that becomes credit of the account. */
async function addCredit(
  ctx: Ctx,
  { amount_cents, currency: requested, payment_method_id }: Static<typeof NewPaymentIntent>,
): Promise<Static<typeof Payment>> {
  if (amount_cents === undefined) {
    throw fail.invalid({ amount_cents: ['is required without an invoice'] })
  }
  const id = await ctx.transaction(async (tx) => {
    const { currency } = await lockBillingIn(tx, requested)
    if (tooLittle(amount_cents, currency) > 0) {
      throw fail.invalid({ amount_cents: ['is less than the payment gateway takes'] })
    }
    const method = await chargeableMethod(tx, payment_method_id)
    const terms = { invoice_id: null, attempt: 1, on_session: true, intent_id: null }
    const payment = await insertPayment(tx, method, { ...terms, amount_cents, currency })
    await askForPayment(tx, payment)
    return payment.id
  })
  return requireNotFailed(await awaitPayment(ctx, id))
}

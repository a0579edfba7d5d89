import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { isBeingAsked } from '../gateway_calls/call.ts'
import { type LockedInvoice, lockInvoice } from '../invoices/announcing.ts'
import { spendCredit } from '../invoices/collection.ts'
import { requireTransition } from '../invoices/transitions.ts'
import { announcePayment } from './announcing.ts'
import { askForPayment } from './asking.ts'
import { type ChargeableMethod, chargeableMethod } from './chargeable.ts'
import type { PaymentRow } from './locking.ts'
import { cancelPayment } from './settling.ts'
import { receivedStatuses, unsettledStatuses } from './statuses.ts'

/** Card networks fine sellers who try more often. */
const MAX_ATTEMPTS = 10
const ATTEMPT_DAYS = 30
/** Of an account with a person present: whoever tries stolen cards has many that are declined. */
const MAX_FAILED_A_DAY = 20

interface CollectOptions {
  /** Whether a person is present, who can approve the payment. */
  on_session: boolean
  /** By default, the default one of the account. */
  payment_method_id?: string | undefined
}

/**
 * Charges what is due for an invoice, after the credit of the account was used. The caller holds the billing lock. As long as a
 * payment of the invoice has no outcome, that one is returned and nothing else is charged. `payment_id` is null if credit paid
 * the invoice. 409 `invalid_transition` if nothing can be paid, 409 `too_many_payment_attempts`, 404 `payment_method_required`,
 * 422 `gateway_not_configured`.
 */
export async function collect(
  tx: Tx,
  invoiceId: string,
  { on_session, payment_method_id }: CollectOptions,
): Promise<{ payment_id: string | null }> {
  const before = await lockInvoice(tx, invoiceId)
  requireTransition('pay', before)
  const unsettled = await unsettledPayment(tx, invoiceId)
  if (unsettled) {
    const replaceable = on_session && payment_method_id && (await canReplace(tx, unsettled))
    if (!replaceable || unsettled.payment_method_id === payment_method_id) {
      return { payment_id: unsettled.id }
    }
  }
  // Credit cannot be used for what was written off.
  const invoice = before.status === 'open' ? await spendCredit(tx, before) : before
  if (invoice.status === 'paid') return { payment_id: null }
  const method = await chargeableMethod(tx, payment_method_id)
  if (unsettled) {
    if (method.gateway !== unsettled.gateway) return { payment_id: unsettled.id }
    await cancelPayment(tx, unsettled, 'Another payment method is charged instead')
  }
  const attempt = await nextAttempt(tx, invoiceId)
  const payment = await insertPayment(tx, method, {
    ...{ invoice_id: invoiceId, attempt, on_session },
    ...{ amount_cents: invoice.amount_due_cents, currency: invoice.currency },
    intent_id: await intentOf(tx, invoice, method),
  })
  await askForPayment(tx, payment)
  return { payment_id: payment.id }
}

type NewPayment = Pick<
  PaymentRow,
  'invoice_id' | 'attempt' | 'on_session' | 'amount_cents' | 'currency' | 'intent_id'
>

/**
 * Inserts a payment that will be asked for. The caller holds the billing lock. 409 `too_many_payment_attempts` if a person tried
 * too many that failed.
 */
export async function insertPayment(
  tx: Tx,
  { id: payment_method_id, gateway, livemode }: ChargeableMethod,
  payment: NewPayment,
): Promise<PaymentRow> {
  if (payment.on_session) await requireFewFailed(tx)
  const id = randomUUIDv7()
  const inserted = await tx
    .own('payments')
    .insert({
      ...{ ...payment, id, payment_method_id, gateway, livemode },
      ...{ status: 'pending', idempotency_key: `pay_${id}` },
      ...{ created_at: tx.now(), updated_at: tx.now() },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await announcePayment(tx, 'created', inserted)
  return inserted
}

/** Those without an outcome count, so that requests at once are not more. */
async function requireFewFailed(tx: Tx): Promise<void> {
  const { count } = await tx
    .own('payments')
    .select()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('created_at', '>', new Date(tx.now().getTime() - DAY_MS))
    .where('on_session', '=', true)
    .where('status', 'not in', receivedStatuses)
    .executeTakeFirstOrThrow()
  if (count < MAX_FAILED_A_DAY) return
  const text = 'Too many payments of this account failed today: try again tomorrow'
  throw fail.with('too_many_payment_attempts', text)
}

function unsettledPayment(tx: Tx, invoiceId: string): Promise<PaymentRow | undefined> {
  return tx
    .own('payments')
    .select()
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .where('status', 'in', unsettledStatuses)
    .executeTakeFirst()
}

/**
 * Whether another payment method can be charged instead of one that waits for its owner. At Stripe, both confirm the same
 * payment, which succeeds at most once.
 */
async function canReplace(tx: Tx, { id, gateway, status }: PaymentRow): Promise<boolean> {
  const waits = gateway === 'stripe' && status === 'requires_action'
  return waits && !(await isBeingAsked(tx, id))
}

/** The number of the next attempt for an invoice. */
async function nextAttempt(tx: Tx, invoiceId: string): Promise<number> {
  const since = new Date(tx.now().getTime() - ATTEMPT_DAYS * DAY_MS)
  const { last, recent } = await tx
    .own('payments')
    .select()
    .select((eb) => [
      eb.fn.coalesce(eb.fn.max('attempt'), eb.lit(0)).as('last'),
      eb.fn.countAll<number>().filterWhere('created_at', '>', since).as('recent'),
    ])
    .where('invoice_id', '=', invoiceId)
    .where('gateway', '!=', 'manual')
    .executeTakeFirstOrThrow()
  if (recent >= MAX_ATTEMPTS) throw fail.with('too_many_payment_attempts')
  return last + 1
}

/** The payment at the gateway that earlier attempts confirmed, if it is of the same gateway and mode. */
async function intentOf(
  tx: Tx,
  { id, gateway_intent_id }: LockedInvoice,
  { gateway, livemode }: ChargeableMethod,
): Promise<string | null> {
  if (gateway !== 'stripe' || !gateway_intent_id) return null
  const earlier = await tx
    .own('payments')
    .select()
    .select('id')
    .where('invoice_id', '=', id)
    .where('intent_id', '=', gateway_intent_id)
    .where('gateway', '=', gateway)
    .where('livemode', '=', livemode)
    .limit(1)
    .executeTakeFirst()
  return earlier ? gateway_intent_id : null
}

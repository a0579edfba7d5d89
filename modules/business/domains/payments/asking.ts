import type { Tx } from '@powernode/server/platform/db/context.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { countCalls, enqueueCall, type GatewayCall } from '../gateway_calls/call.ts'
import { customerOf } from '../payment_methods/customers.ts'
import { lockPayment, type PaymentRow } from './locking.ts'
import { gatewayOfPayment } from './payment.ts'
import { cancelPayment } from './settling.ts'
import { isUnsettled } from './statuses.ts'

/**
 * Enqueues the next call that charges a pending payment. At Stripe, a payment is first created without moving money, so that
 * its id is known before any can; all attempts for an invoice confirm the same one, which succeeds at most once.
 */
export async function askForPayment(tx: Tx, payment: PaymentRow): Promise<void> {
  const { id, invoice_id, account_id, amount_cents, currency, intent_id, livemode } = payment
  const gateway = gatewayOfPayment(payment)
  const customer_id = await customerOf(tx, gateway, livemode)
  const { invoice_number } = (await invoiceOf(tx, payment)) ?? {}
  const description = invoice_number ? `Invoice ${invoice_number}` : 'Account credit'
  const subject = { gateway, livemode, subject_type: 'payment', subject_id: id } as const
  const call = { ...subject, urgent: payment.on_session }
  const money = { payment_id: id, invoice_id, customer_id, amount_cents, currency, description }
  if (gateway === 'stripe' && !intent_id) {
    await enqueueCall(tx, {
      ...call,
      operation: 'prepare',
      request: { ...money, account_id },
      idempotency_key: `prepare_${id}`,
    })
    return
  }
  const earlier = await countCalls(tx, id, 'confirm')
  const page = `${tx.platform.config.publicUrl}/billing/payments/${id}`
  await enqueueCall(tx, {
    ...call,
    operation: 'confirm',
    request: {
      ...money,
      intent_id,
      reference: `${invoice_number ?? `CREDIT-${id}`}-${payment.attempt}`,
      method_id: await externalMethodOf(tx, payment),
      on_session: payment.on_session,
      return_url: `${page}?returned=true`,
      cancel_url: page,
    },
    idempotency_key: earlier === 0 ? `pay_${id}` : `pay_${id}_${earlier + 1}`,
  })
}

/** For how long a charge that had no effect is asked for again. */
const ASKING_MS = 20 * HOUR_MS

/** Whether a charge that had no effect, as after an error of the gateway, is asked for again under a new key. */
export const mayAskAgain = (tx: Tx, { created_at }: PaymentRow): boolean =>
  tx.now().getTime() - created_at.getTime() < ASKING_MS

/** Enqueues a question about a payment that the gateway knows. */
export async function enqueueAbout(
  tx: Tx,
  payment: PaymentRow & { intent_id: string },
  operation: 'look_up' | 'cancel' | 'capture',
): Promise<void> {
  const { id, intent_id, livemode } = payment
  const gateway = gatewayOfPayment(payment)
  const subject = { gateway, livemode, subject_type: 'payment', subject_id: id } as const
  const call = { ...subject, urgent: payment.on_session && isUnsettled(payment) }
  const idempotency_key = `${operation}_${id}_${(await countCalls(tx, id, operation)) + 1}`
  if (operation === 'capture') {
    const request = { payment_id: id, intent_id }
    await enqueueCall(tx, { ...call, operation, idempotency_key, request })
  } else {
    await enqueueCall(tx, { ...call, operation, idempotency_key, request: { intent_id } })
  }
}

/**
 * Marks the payment of a call that moves money as processing. False if it was settled or cancelled meanwhile; it is cancelled if
 * it was not asked for yet and less is due now.
 */
export async function startAsking(tx: Tx, call: GatewayCall): Promise<boolean> {
  if (call.subject_type !== 'payment') return true
  if (call.operation === 'look_up' || call.operation === 'cancel') return true
  if (call.operation === 'confirm' && call.attempt_count === 0) {
    const { payment, invoice } = await lockPayment(tx, call.subject_id)
    if (invoice && invoice.amount_due_cents < payment.amount_cents && isUnsettled(payment)) {
      await cancelPayment(tx, payment, 'This amount is not due any more')
    }
  }
  const { numUpdatedRows } = await tx
    .own('payments')
    .update({ status: 'processing', updated_at: tx.now() })
    .where('id', '=', call.subject_id)
    .where('status', 'in', ['pending', 'processing'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

async function invoiceOf(tx: Tx, { invoice_id }: PaymentRow) {
  if (!invoice_id) return undefined
  return tx
    .own('invoices')
    .select()
    .select('invoice_number')
    .where('id', '=', invoice_id)
    .executeTakeFirst()
}

async function externalMethodOf(tx: Tx, { payment_method_id }: PaymentRow): Promise<string> {
  const { external_id } = await tx
    .own('payment_methods')
    .select()
    .select('external_id')
    .where('id', '=', payment_method_id)
    .executeTakeFirstOrThrow()
  return external_id
}

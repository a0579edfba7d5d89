import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { ResultOf } from '../../gateways/operations.ts'
import type { GatewayOutcome } from '../../gateways/port.ts'
import type { CallOperation, GatewayCall } from '../gateway_calls/call.ts'
import { rememberIntent } from '../invoices/collection.ts'
import { askForPayment, enqueueAbout, mayAskAgain } from './asking.ts'
import { changePayment, lockPayment, type PaymentRow } from './locking.ts'
import { cancelPayment, type PaymentOutcome, settleLocked, settlePayment } from './settling.ts'
import { isUnsettled } from './statuses.ts'

type Answer = GatewayOutcome<ResultOf<CallOperation>>

/** Applies the outcome of a call about a payment. */
export async function applyToPayment(
  tx: Tx,
  { operation, subject_id }: GatewayCall,
  answer: Answer,
): Promise<void> {
  const locked = await lockPayment(tx, subject_id)
  const { payment } = locked
  const outcome = answer as PaymentOutcome
  if (outcome.kind === 'succeeded' && hasCharge(operation)) {
    return settleLocked(tx, locked, outcome)
  }
  if (!isUnsettled(payment)) return
  if (operation === 'prepare') return prepared(tx, payment, answer)
  if (operation === 'cancel') return cancelled(tx, payment, answer)
  if (isGone(outcome)) await forgetIntent(tx, payment)
  if (isApproved(outcome)) return capture(tx, payment, outcome.intent_id)
  if (operation === 'look_up') return lookedUp(tx, payment, outcome)
  const isUnclear = outcome.kind === 'unreachable' || outcome.kind === 'rejected'
  if (isUnclear && !isGone(outcome)) return clarify(tx, payment, outcome)
  return settlePayment(tx, payment.id, outcome)
}

const hasCharge = (operation: CallOperation) => operation !== 'prepare' && operation !== 'cancel'

/** The gateway will never charge for this payment of its own. */
const isGone = (outcome: PaymentOutcome): boolean =>
  outcome.kind === 'not_found' || (outcome.kind === 'rejected' && outcome.code === 'cancelled')

type Approved = Extract<PaymentOutcome, { kind: 'action_needed' }>

/** The person has done what was needed, so that the money can be taken. */
const isApproved = (outcome: PaymentOutcome): outcome is Approved =>
  outcome.kind === 'action_needed' && !outcome.client_secret && !outcome.url

/** The payment exists at the gateway, and no money has moved. */
async function prepared(tx: Tx, payment: PaymentRow, answer: Answer): Promise<void> {
  if (answer.kind === 'succeeded') {
    const { intent_id } = answer.result as ResultOf<'prepare'>
    const known = await changePayment(tx, payment, { intent_id })
    if (payment.invoice_id) await rememberIntent(tx, payment.invoice_id, payment.gateway, intent_id)
    return askForPayment(tx, known)
  }
  // Nothing was confirmed, so nothing can be charged.
  const silence = { code: 'unreachable', reason: 'The payment gateway did not answer' }
  const refusal = answer.kind === 'rejected' ? answer : silence
  await settlePayment(tx, payment.id, { ...refusal, kind: 'rejected' })
}

/** A payment that could not be cancelled may have been made: the gateway is asked. */
async function cancelled(tx: Tx, payment: PaymentRow, answer: Answer): Promise<void> {
  if (answer.kind !== 'succeeded' && answer.kind !== 'not_found') return lookUp(tx, payment)
  await forgetIntent(tx, payment)
  await cancelPayment(tx, payment, 'Cancelled')
}

/**
 * A refused or unknown charge may have taken place: another attempt for the same payment at the gateway may have succeeded,
 * or an answer was lost. The gateway is asked before the payment ends. Without an id, as at PayPal after its key has expired,
 * the payment waits until the lists of the gateway show what happened.
 */
async function clarify(tx: Tx, payment: PaymentRow, outcome: PaymentOutcome): Promise<void> {
  if (outcome.kind !== 'rejected') return lookUp(tx, payment)
  if (!payment.intent_id) return settlePayment(tx, payment.id, outcome)
  const { code, reason } = outcome
  await lookUp(tx, await changePayment(tx, payment, { failure_code: code, failure_reason: reason }))
}

/** What the gateway knows of a payment. If it had refused the charge and shows no money either, that refusal is the reason. */
async function lookedUp(tx: Tx, payment: PaymentRow, outcome: PaymentOutcome): Promise<void> {
  const { failure_code: code, failure_reason: reason } = payment
  const isUnpaid = outcome.kind === 'declined' || outcome.kind === 'rejected' || isGone(outcome)
  if (isUnpaid && code && reason) {
    return settlePayment(tx, payment.id, { kind: 'rejected', code, reason })
  }
  const isUnasked = outcome.kind === 'rejected' && outcome.code === 'not_confirmed'
  const hasMethod = payment.payment_method_id !== null
  if (isUnasked && hasMethod && mayAskAgain(tx, payment)) return askForPayment(tx, payment)
  await settlePayment(tx, payment.id, outcome)
}

async function capture(tx: Tx, payment: PaymentRow, intent_id: string): Promise<void> {
  const changes = { status: 'processing', intent_id, sealed_next_action: null } as const
  await enqueueAbout(tx, { ...(await changePayment(tx, payment, changes)), intent_id }, 'capture')
}

async function lookUp(tx: Tx, payment: PaymentRow): Promise<void> {
  const { intent_id } = payment
  if (intent_id) await enqueueAbout(tx, { ...payment, intent_id }, 'look_up')
}

async function forgetIntent(tx: Tx, { invoice_id, gateway }: PaymentRow): Promise<void> {
  if (invoice_id) await rememberIntent(tx, invoice_id, gateway, null)
}

import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import type { ResultOf } from '../../gateways/operations.ts'
import type { GatewayOutcome } from '../../gateways/port.ts'
import { insertGrant } from '../credit_grants/credit.ts'
import type { LockedInvoice } from '../invoices/announcing.ts'
import { settle } from '../invoices/settling.ts'
import { currencies } from '../plans/plan.ts'
import { announcePayment } from './announcing.ts'
import { recordFee } from './fee.ts'
import { changePayment, lockPayment, type PaymentRow } from './locking.ts'
import { postReceived } from './posting.ts'
import { sendReceipt } from './receipt.ts'
import { isReceived, isUnsettled } from './statuses.ts'

type Charge = ResultOf<'confirm'>
export type PaymentOutcome = GatewayOutcome<Charge>

type LockedPayment = Awaited<ReturnType<typeof lockPayment>>

/**
 * Applies what a gateway says about a payment: the only place where payments end. It can be called any number of times, in
 * any order, by reports of calls, events and reconciliation. Money that was received counts even if the payment had failed or
 * was cancelled; nothing else changes a payment that has ended. An unknown outcome changes nothing.
 */
export async function settlePayment(tx: Tx, id: string, outcome: PaymentOutcome): Promise<void> {
  await settleLocked(tx, await lockPayment(tx, id), outcome)
}

/** The same for a payment that was locked and not changed since. */
export async function settleLocked(
  tx: Tx,
  locked: LockedPayment,
  outcome: PaymentOutcome,
): Promise<void> {
  const { payment } = locked
  tx.unaudited('an outcome that is known already changes nothing')
  if (outcome.kind === 'succeeded') await receive(tx, locked, outcome.result)
  else if (isUnsettled(payment)) await refuse(tx, payment, outcome)
  await tx.signal(payment.id)
}

async function refuse(tx: Tx, payment: PaymentRow, outcome: PaymentOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'declined':
      return failPayment(tx, payment, outcome.decline, outcome.code, outcome.reason)
    case 'rejected': {
      // What the gateway says of our request names keys and ids, and is for operators.
      const { code, reason } = outcome
      tx.log.warn({ payment: payment.id, code, reason }, 'a payment gateway refused a payment')
      return failPayment(tx, payment, 'technical', code, 'The payment gateway refused the request')
    }
    case 'not_found':
      return failPayment(
        tx,
        payment,
        'technical',
        'not_found',
        'The payment gateway does not know this payment',
      )
    case 'processing':
      await changePayment(tx, payment, {
        status: 'processing',
        sealed_next_action: null,
        ...(outcome.intent_id && { intent_id: outcome.intent_id }),
      })
      return
    case 'action_needed':
      return awaitPerson(tx, payment, outcome)
  }
}

type Action = Extract<PaymentOutcome, { kind: 'action_needed' }>

async function awaitPerson(tx: Tx, payment: PaymentRow, action: Action): Promise<void> {
  const { client_secret, url, intent_id } = action
  const sealed = tx.platform.vault.seal(Buffer.from(JSON.stringify({ client_secret, url })))
  const after = await changePayment(tx, payment, {
    status: 'requires_action',
    sealed_next_action: sealed,
    intent_id,
  })
  if (payment.status !== 'requires_action') await announcePayment(tx, 'requires_action', after)
}

/** Ends a payment without money. */
export async function failPayment(
  tx: Tx,
  payment: PaymentRow,
  decline_kind: NonNullable<PaymentRow['decline_kind']>,
  failure_code: string,
  failure_reason: string,
): Promise<void> {
  const failed = await changePayment(tx, payment, {
    ...{ status: 'failed', decline_kind, failure_code, failure_reason },
    failed_at: tx.now(),
    sealed_next_action: null,
  })
  await announcePayment(tx, 'failed', failed)
}

async function receive(tx: Tx, { payment, invoice }: LockedPayment, charge: Charge): Promise<void> {
  if (isReceived(payment)) return recordFee(tx, payment, charge.fee_cents)
  if (await isReceivedElsewhere(tx, payment, charge)) {
    if (isUnsettled(payment)) await cancelPayment(tx, payment, 'This money was recorded already')
    return
  }
  const currency = currencies.find((offered) => offered === charge.currency)
  // Not even suspense is kept in it: a person must look, and until then nothing else is charged.
  if (!currency) {
    await changePayment(tx, payment, { status: 'processing', failure_code: 'unknown_currency' })
    return
  }
  const { amount_cents, external_id, intent_id } = charge
  const matches = amount_cents === payment.amount_cents && currency === payment.currency
  const applied_cents = matches ? Math.min(amount_cents, payableOf(invoice)) : 0
  const credited_cents = matches ? amount_cents - applied_cents : 0
  const received = await changePayment(tx, payment, {
    ...{ status: 'succeeded', amount_cents, currency, applied_cents, credited_cents },
    ...{ external_id, intent_id, processed_at: tx.now() },
    ...{ failure_code: null, failure_reason: null, decline_kind: null, failed_at: null },
    sealed_next_action: null,
  })
  await postReceived(tx, received, invoice)
  if (credited_cents > 0) await creditPayment(tx, received, currency)
  await announcePayment(tx, matches ? 'succeeded' : 'unmatched', received, {
    amount_cents: payment.amount_cents,
    currency: payment.currency,
  })
  if (invoice && applied_cents > 0) {
    await settle(tx, invoice, { paid: applied_cents, at: tx.now() })
  }
  await recordFee(tx, received, charge.fee_cents)
  if (matches) await sendReceipt(tx, received, invoice)
}

/** Ends a payment that is not needed any more, for which no money can move. */
export async function cancelPayment(tx: Tx, payment: PaymentRow, reason: string): Promise<void> {
  const cancelled = await changePayment(tx, payment, {
    ...{ status: 'cancelled', failure_reason: reason, sealed_next_action: null },
  })
  await announcePayment(tx, 'cancelled', cancelled)
}

/** What can be paid of an invoice; one that was written off can still be paid. */
export const payableOf = (invoice: LockedInvoice | undefined): number =>
  invoice?.status === 'open' || invoice?.status === 'uncollectible' ? invoice.amount_due_cents : 0

function creditPayment(
  tx: Tx,
  { id, credited_cents }: PaymentRow,
  currency: DB['credit_grants']['currency'],
) {
  return insertGrant(tx, {
    ...{ currency, amount_cents: credited_cents, source: 'payment', source_id: id },
    reason: 'Payment',
  })
}

/** Whether another payment has this money: all attempts for an invoice are one payment at Stripe. */
async function isReceivedElsewhere(
  tx: Tx,
  { id, gateway }: PaymentRow,
  { intent_id, external_id }: Charge,
): Promise<boolean> {
  const other = await tx
    .acrossAccounts({ because: 'ids at the gateway belong to all accounts' })
    .selectFrom('payments')
    .select('id')
    .where('gateway', '=', gateway)
    .where('id', '!=', id)
    .where('status', 'in', ['succeeded', 'partially_refunded', 'refunded'])
    .where(({ eb, or }) =>
      or([
        eb('intent_id', '=', intent_id),
        ...(external_id ? [eb('external_id', '=', external_id)] : []),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

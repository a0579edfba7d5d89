import type { Tx } from '@powernode/server/platform/db/context.ts'
import { insertGrant } from '../credit_grants/credit.ts'
import { post } from '../ledger/entry.ts'
import { lockPayment } from '../payments/locking.ts'
import { recordPaidBack } from '../payments/paying_back.ts'
import { billingContacts } from '../payments/receipt.ts'
import { amountInWords } from '../subscriptions/notifications.ts'
import { announceRefund, changeRefund, type RefundRow } from './announcing.ts'

export interface RefundOutcome {
  status: RefundRow['status']
  external_id?: string | null
  failure_code?: string | null
}

/**
 * Applies what is known of a refund: the only place where refunds end. It can be called any number of times, by reports of
 * calls and events. The money of one that fails becomes credit, also if it had succeeded before.
 */
export async function settleRefund(
  tx: Tx,
  { id, payment_id }: Pick<RefundRow, 'id' | 'payment_id'>,
  { status, external_id, failure_code }: RefundOutcome,
): Promise<void> {
  tx.unaudited('an outcome that is known already changes nothing')
  const locked = await lockPayment(tx, payment_id)
  const refund = await lockRefund(tx, id)
  const known = external_id && !refund.external_id ? { external_id } : {}
  if (status === 'pending') {
    if (refund.status === 'pending') await changeRefund(tx, refund, known)
  } else if (status === 'succeeded' && refund.status === 'pending') {
    const { gateway, currency, amount_cents, invoiced_cents } = refund
    await post(tx, {
      ...{ kind: 'refund_succeeded', subject_type: 'refund', subject_id: id, currency },
      debit: { refunds_payable: amount_cents },
      credit: { [`clearing:${gateway}`]: amount_cents },
    })
    await recordPaidBack(tx, locked, { amount_cents, invoiced_cents })
    const done = { ...known, status, processed_at: tx.now() }
    await announceRefund(tx, 'succeeded', await changeRefund(tx, refund, done))
  } else if (status === 'failed' && refund.status !== 'failed' && refund.destination === 'method') {
    if (refund.status === 'succeeded') await giveBack(tx, locked, refund)
    else await postFailed(tx, refund, 'refund_failed', 'refunds_payable')
    const failed = { ...known, status, failure_code: failure_code ?? 'refund_failed' }
    await becomeCredit(tx, await changeRefund(tx, refund, { ...failed, failed_at: tx.now() }))
  }
}

function lockRefund(tx: Tx, id: string): Promise<RefundRow> {
  return tx
    .own('refunds')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

/** The bank returned money to the gateway after it had been paid back, as for a closed account. */
async function giveBack(
  tx: Tx,
  locked: Awaited<ReturnType<typeof lockPayment>>,
  refund: RefundRow,
): Promise<void> {
  const { gateway, amount_cents, invoiced_cents } = refund
  await postFailed(tx, refund, 'refund_returned', `clearing:${gateway}`)
  const returned = { amount_cents: -amount_cents, invoiced_cents: -invoiced_cents }
  await recordPaidBack(tx, locked, returned)
}

function postFailed(
  tx: Tx,
  { id, currency, amount_cents }: RefundRow,
  kind: 'refund_failed' | 'refund_returned',
  from: 'refunds_payable' | `clearing:${RefundRow['gateway']}`,
): Promise<void> {
  return post(tx, {
    ...{ kind, subject_type: 'refund', subject_id: id, currency },
    debit: { [from]: amount_cents },
    credit: { credit_balance: amount_cents },
  })
}

async function becomeCredit(tx: Tx, refund: RefundRow): Promise<void> {
  const { id, currency, amount_cents } = refund
  await insertGrant(tx, {
    ...{ currency, amount_cents, source: 'refund', source_id: id },
    reason: 'Refund that failed',
  })
  await announceRefund(tx, 'failed', refund)
  await tx.notify(await billingContacts(tx), {
    notification_type: 'refund_failed',
    title: 'Refund became credit',
    message: `${amountInWords(amount_cents, currency)} could not be paid back, and is credit of your account now.`,
    severity: 'warning',
    category: 'billing',
    action_url: '/billing',
    metadata: { refund_id: id },
  })
}

import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Choice, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { boundCurrency, requireCurrency } from '../billing/currency.ts'
import { insertGrant } from '../credit_grants/credit.ts'
import type { LockedInvoice } from '../invoices/announcing.ts'
import { settle } from '../invoices/settling.ts'
import { post } from '../ledger/entry.ts'
import { readAnyPayment } from './admin_payment.ts'
import { announcePayment } from './announcing.ts'
import { changePayment, lockPayment, type PaymentRow } from './locking.ts'
import { sendReceipt } from './receipt.ts'
import { payableOf } from './settling.ts'
import { suspenseOf } from './suspense_query.ts'

export const SuspenseSettlement = Shape('SuspenseSettlement', {
  to: Choice(
    ['invoice', 'balance'],
    'Pays the invoice of the payment, and what is beyond its amount due becomes credit; or all of it becomes credit of the account',
  ),
})

/**
 * Settles the money of a payment that is in suspense: a person decided what it is for. 409 if nothing is, or while it is
 * disputed; 422 on `to` if the invoice cannot be paid with it, or the account is billed in another currency.
 */
export async function settleSuspense(
  ctx: PlatformCtx,
  id: string,
  { to }: Static<typeof SuspenseSettlement>,
) {
  const { account } = await readAnyPayment(ctx, id)
  await ctx.inAccount(account.id).transaction(async (tx) => {
    const { payment, invoice } = await lockPayment(tx, id)
    const cents = await requireSuspense(tx, payment)
    const applied = to === 'invoice' ? Math.min(cents, requirePayable(payment, invoice)) : 0
    const credited = cents - applied
    if (credited > 0) requireCurrency(await boundCurrency(tx), payment.currency, 'to')
    const settled = await changePayment(tx, payment, {
      applied_cents: payment.applied_cents + applied,
      credited_cents: payment.credited_cents + credited,
    })
    const { currency } = payment
    await post(tx, {
      ...{ kind: 'suspense_settled', subject_type: 'payment', subject_id: id, currency },
      debit: { suspense: cents },
      credit: {
        [invoice?.status === 'uncollectible' ? 'bad_debts' : 'receivable']: applied,
        credit_balance: credited,
      },
    })
    if (credited > 0) {
      const grant = { currency, amount_cents: credited, reason: 'Payment' }
      await insertGrant(tx, { ...grant, source: 'payment', source_id: id })
    }
    await announcePayment(tx, 'settled', settled)
    if (invoice && applied > 0) await settle(tx, invoice, { paid: applied, at: tx.now() })
    await sendReceipt(tx, settled, invoice)
  })
  return readAnyPayment(ctx, id)
}

/** What is in suspense of a locked payment. */
async function requireSuspense(tx: Tx, { id }: PaymentRow): Promise<number> {
  const { cents } = await tx
    .own('payments')
    .select()
    .select(suspenseOf.as('cents'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (cents <= 0) {
    throw fail.with('invalid_transition', 'No money of this payment is in suspense')
  }
  const dispute = await tx
    .own('disputes')
    .select()
    .select('id')
    .where('payment_id', '=', id)
    .where('status', '!=', 'won')
    .limit(1)
    .executeTakeFirst()
  if (dispute) throw fail.with('invalid_transition', 'This payment is disputed')
  return cents
}

/** What is due for the invoice of a payment, in its currency. */
function requirePayable({ currency }: PaymentRow, invoice: LockedInvoice | undefined): number {
  if (!invoice) throw fail.invalid({ to: ['must be balance: the payment is for no invoice'] })
  if (invoice.currency !== currency) {
    throw fail.invalid({ to: [`cannot be invoice: it is in ${invoice.currency}`] })
  }
  const due = payableOf(invoice)
  if (due === 0) throw fail.invalid({ to: ['must be balance: nothing is due for the invoice'] })
  return due
}

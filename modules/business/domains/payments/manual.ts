import { randomUUIDv7 } from 'node:crypto'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Shape, Time, Title } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { onInvoice } from '../invoices/acts.ts'
import { settle } from '../invoices/settling.ts'
import { requireTransition } from '../invoices/transitions.ts'
import { post } from '../ledger/entry.ts'

export const ManualPayment = Shape('ManualPayment', {
  reference: Title(255, {
    description: 'Where the money can be found, as the reference of a bank transfer',
    examples: ['Bank transfer of 26 November'],
  }),
  paid_at: Type.Optional(Time('When the money was received; now by default')),
})

/** Records that what is due was paid outside any gateway. An invoice that was written off is paid after all. */
export function markPaid(
  ctx: Ctx,
  id: string,
  { reference, paid_at }: Static<typeof ManualPayment>,
) {
  return onInvoice(ctx, id, async (tx, invoice) => {
    requireTransition('mark_paid', invoice)
    const processed_at = paid_at ?? tx.now()
    if (processed_at > tx.now()) throw fail.invalid({ paid_at: ['cannot be in the future'] })
    const { currency, amount_due_cents: amount_cents, status: before } = invoice
    const payment = {
      ...{ id: randomUUIDv7(), invoice_id: id, amount_cents, currency },
      ...({ gateway: 'manual', status: 'succeeded' } as const),
    }
    await tx
      .own('payments')
      .insert({
        ...payment,
        applied_cents: amount_cents,
        external_id: reference,
        processed_at,
        created_at: tx.now(),
        updated_at: tx.now(),
      })
      .execute()
    await post(tx, {
      kind: 'payment_succeeded',
      subject_type: 'payment',
      subject_id: payment.id,
      currency,
      debit: { 'clearing:manual': amount_cents },
      credit: { [before === 'open' ? 'receivable' : 'bad_debts']: amount_cents },
    })
    await tx.audit('payment.succeeded', payment.id, { new: { ...payment, reference } })
    await tx.emit('payment.succeeded', payment)
    await settle(tx, invoice, { paid: amount_cents, at: processed_at })
  })
}

import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { Choice, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { type CreditBasis, creditTotals } from '../../pricing/document.ts'
import { insertGrant } from '../credit_grants/credit.ts'
import { onInvoice } from '../invoices/acts.ts'
import { type LockedInvoice, lockInvoice } from '../invoices/announcing.ts'
import { carriedInto } from '../invoices/issuing.ts'
import { MAX_SUM_CENTS } from '../invoices/line.ts'
import { takeNumber } from '../invoices/numbers.ts'
import { settle } from '../invoices/settling.ts'
import { requireTransition } from '../invoices/transitions.ts'
import { post } from '../ledger/entry.ts'
import { readCreditNote } from './credit_note.ts'
import { notifyOfCreditNote } from './notifying.ts'

export const NewCreditNote = Shape('NewCreditNote', {
  amount_cents: Type.Integer({
    minimum: 1,
    maximum: 2 * MAX_SUM_CENTS,
    description: 'Amount with tax, at most what has not been credited yet',
    examples: [1190],
  }),
  reason: Choice(['correction', 'goodwill'], 'Why it is issued'),
  description: Text(500, {
    description: 'What is credited',
    examples: ['Two days without service'],
  }),
})

/**
 * Credits part of an issued invoice, or all of it: first what is due for it, the rest becomes credit of the account. The tax is
 * credited at the rate of the invoice.
 */
export async function creditInvoice(ctx: Ctx, id: string, input: Static<typeof NewCreditNote>) {
  const noteId = randomUUIDv7()
  const { account } = await onInvoice(ctx, id, async (tx, invoice) => {
    requireTransition('credit', invoice)
    await insertCreditNote(tx, invoice, noteId, input)
  })
  return readCreditNote(ctx.inAccount(account.id), noteId)
}

/** Gives back unused time to the credit of the account. The caller holds the billing lock. */
export async function creditUnusedTime(
  tx: Tx,
  credits: { id: string; basis: CreditBasis }[],
  description: string,
): Promise<void> {
  for (const { id, basis } of credits) {
    const { amount_cents } = basis
    await insertCreditNote(tx, await lockInvoice(tx, id), randomUUIDv7(), {
      ...{ amount_cents, description, reason: 'proration' },
    })
  }
}

/**
 * Credits a part of an invoice that is paid back, or that becomes credit instead. Returns the id of the credit note. The caller
 * holds the billing lock, and asks for at most `creditableCentsOf`.
 */
export async function creditRefund(
  tx: Tx,
  invoice: LockedInvoice,
  { amount_cents, description, to }: { amount_cents: number; description: string; to: Destination },
): Promise<string> {
  const id = randomUUIDv7()
  await insertCreditNote(tx, invoice, id, { amount_cents, description, reason: 'refund', to })
  return id
}

/** What was not credited yet of a locked invoice, tax included. */
export async function creditableCentsOf(tx: Tx, invoice: LockedInvoice): Promise<number> {
  const { invoice: billed, before } = await basisOf(tx, invoice, 0)
  return billed.total_cents - before.total_cents
}

type Destination = DB['refunds']['destination']

type CreditNoteInput = Omit<Static<typeof NewCreditNote>, 'reason'> & {
  reason: Static<typeof NewCreditNote>['reason'] | 'proration' | 'refund'
  to?: Destination
}

/** Where a credit goes. What is paid back leaves the invoice as it is until the money has moved. */
function partsOf({ amount_due_cents }: LockedInvoice, amount_cents: number, to: Destination) {
  if (to === 'method') {
    return { to_refund_cents: amount_cents, to_invoice_cents: 0, to_balance_cents: 0 }
  }
  const to_invoice_cents = Math.min(amount_cents, amount_due_cents)
  const to_balance_cents = amount_cents - to_invoice_cents
  return { to_refund_cents: 0, to_invoice_cents, to_balance_cents }
}

async function insertCreditNote(
  tx: Tx,
  invoice: LockedInvoice,
  id: string,
  { amount_cents, reason, description, to = 'balance' }: CreditNoteInput,
) {
  const basis = await basisOf(tx, invoice, amount_cents)
  const left = basis.invoice.total_cents - basis.before.total_cents
  if (amount_cents > left) {
    throw fail.invalid({ amount_cents: [`must be at most ${left}, which has not been credited`] })
  }
  const { currency, seller, buyer, tax_basis_points } = invoice
  const { subtotal_cents, tax_cents } = creditTotals(basis)
  const totals = {
    subtotal_cents: Number(subtotal_cents),
    tax_cents: Number(tax_cents),
    total_cents: amount_cents,
  }
  const parts = partsOf(invoice, amount_cents, to)
  const { to_refund_cents, to_invoice_cents, to_balance_cents } = parts
  const subject = { subject_type: 'credit_note', subject_id: id } as const
  await post(tx, {
    ...subject,
    kind: 'credit_note_issued',
    currency,
    debit: { sales: totals.subtotal_cents, tax_payable: totals.tax_cents },
    credit: {
      receivable: to_invoice_cents,
      credit_balance: to_balance_cents,
      refunds_payable: to_refund_cents,
    },
  })
  if (to_balance_cents > 0) {
    const grant = { currency, amount_cents: to_balance_cents, reason: description }
    await insertGrant(tx, { ...grant, source: 'credit_note', source_id: id })
  }
  if (to_invoice_cents > 0) await settle(tx, invoice, { credited: to_invoice_cents, at: tx.now() })
  const number = await takeNumber(tx, 'CN')
  await tx
    .own('credit_notes')
    .insert({
      ...{ id, number, invoice_id: invoice.id, reason, currency, tax_basis_points, ...totals },
      ...parts,
      created_at: tx.now(),
      seller: seller ?? {},
      buyer: buyer ?? {},
    })
    .execute()
  await tx
    .own('credit_note_lines')
    .insert({
      ...{ credit_note_id: id, position: 1, description, amount_cents },
      basis: { ...basis },
    })
    .execute()
  const { total_cents } = totals
  const note = { id, invoice_id: invoice.id, number, currency, total_cents }
  await tx.audit('credit_note.created', id, { new: { ...note, reason, description } })
  await tx.emit('credit_note.created', note)
  await tx.enqueue('render_credit_note', { credit_note_id: id })
  await notifyOfCreditNote(tx, invoice, { ...note, ...parts, description })
}

async function basisOf(tx: Tx, invoice: LockedInvoice, amount_cents: number): Promise<CreditBasis> {
  const before = await tx
    .own('credit_notes')
    .select()
    .select([
      sql<number>`coalesce(sum(tax_cents), 0)::bigint`.as('tax_cents'),
      sql<number>`coalesce(sum(total_cents), 0)::bigint`.as('total_cents'),
    ])
    .where('invoice_id', '=', invoice.id)
    .executeTakeFirstOrThrow()
  const total_cents = invoice.total_cents - (await carriedInto(tx, invoice.id))
  return {
    version: 1,
    kind: 'credit',
    amount_cents,
    invoice: { tax_cents: invoice.tax_cents, total_cents },
    before,
  }
}

import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { lineOf } from '../../pricing/price.ts'
import { type lockBilling, profileOf } from '../billing/profile.ts'
import { applyCredit } from '../credit_grants/credit.ts'
import { post } from '../ledger/entry.ts'
import { announce, type LockedInvoice, lockInvoice } from './announcing.ts'
import { insertLines, taxOf, totalsOfLines } from './drafting.ts'
import type { DraftLine } from './line.ts'
import { buyerOf, sellerOf } from './parties.ts'
import { requireTransition } from './transitions.ts'

const DUE_DAYS = 30

/** Less than this is not collected: gateways refuse it, and it is due with the next invoice. */
const LEAST_CENTS = { USD: 50, EUR: 50, GBP: 30 }

type LockedProfile = Awaited<ReturnType<typeof lockBilling>>

/**
 * Issues a draft: fixes its lines, tax and parties, posts it, uses credit, and has its PDF rendered. If nothing is left
 * to pay, it is paid. The caller holds the billing lock.
 */
export async function issue(tx: Tx, profile: LockedProfile, id: string): Promise<void> {
  const draft = await lockInvoice(tx, id)
  requireTransition('finalize', draft)
  const issued_at = tx.now()
  const carried = await takeCarried(tx, draft)
  const lines = await tx
    .own('invoice_lines')
    .select()
    .select(['amount_cents', 'taxable'])
    .where('invoice_id', '=', id)
    .execute()
  const tax = taxOf(profile, draft.tax_inclusive)
  const totals = totalsOfLines(lines, tax)
  await post(tx, {
    ...issueEntry(draft, { ...totals, carried }),
    kind: 'invoice_issued',
  })
  const { currency } = draft
  const credit_applied_cents = await applyCredit(
    tx,
    { id, currency, due_cents: totals.total_cents },
    issued_at,
  )
  const due = totals.total_cents - credit_applied_cents
  const carried_cents = tooLittle(due, currency)
  const isPaid = due === carried_cents
  await tx
    .own('invoices')
    .update({
      ...totals,
      tax_basis_points: tax.rate,
      status: isPaid ? 'paid' : 'open',
      ...(isPaid && { paid_at: issued_at }),
      credit_applied_cents,
      carried_cents,
      issued_at,
      due_at: draft.due_at ?? new Date(issued_at.getTime() + DUE_DAYS * DAY_MS),
      seller: sellerOf(tx),
      buyer: await buyerOf(tx, profileOf(profile)),
      updated_at: issued_at,
    })
    .where('id', '=', id)
    .execute()
  await announce(tx, 'finalized', id, draft)
  if (isPaid) await announce(tx, 'paid', id)
  await tx.enqueue('render_invoice', { invoice_id: id })
}

type Amounts = Pick<LockedInvoice, 'subtotal_cents' | 'tax_cents' | 'total_cents'>

/** What issuing posts, and voiding reverses. What was carried over is owed already. */
export const issueEntry = (
  { id, currency }: Pick<LockedInvoice, 'id' | 'currency'>,
  { subtotal_cents, tax_cents, total_cents, carried }: Amounts & { carried: number },
) => ({
  subject_type: 'invoice' as const,
  subject_id: id,
  currency,
  debit: { receivable: total_cents - carried },
  credit: { sales: subtotal_cents - carried, tax_payable: tax_cents },
})

/** The sum of what an invoice carries over from others. */
export async function carriedInto(tx: Tx, id: string): Promise<number> {
  const lines = await tx
    .own('invoice_lines')
    .select()
    .select('amount_cents')
    .where('invoice_id', '=', id)
    .where('line_type', '=', 'carried')
    .execute()
  return lines.reduce((sum, { amount_cents }) => sum + amount_cents, 0)
}

/** What of a due amount is not collected but due with the next invoice: all of it, or nothing. */
export const tooLittle = (due: number, currency: LockedInvoice['currency']): number =>
  due < LEAST_CENTS[currency] ? due : 0

/** Adds the balances that earlier invoices carry over, as lines. Returns their sum. */
async function takeCarried(tx: Tx, { id, currency }: LockedInvoice): Promise<number> {
  const balances = await carriedOver(tx, currency)
  if (balances.length === 0) return 0
  await tx
    .own('invoices')
    .update({ carried_to: id, updated_at: tx.now() })
    .where(
      'id',
      'in',
      balances.map((balance) => balance.id),
    )
    .execute()
  const { count } = await tx
    .own('invoice_lines')
    .select()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('invoice_id', '=', id)
    .executeTakeFirstOrThrow()
  await insertLines(tx, id, balances.map(carriedLine), count + 1)
  return balances.reduce((sum, { carried_cents }) => sum + carried_cents, 0)
}

/** The balances that the next invoice takes over. */
export function carriedOver(ctx: Ctx, currency: LockedInvoice['currency']) {
  return ctx
    .own('invoices')
    .select()
    .select(['id', 'invoice_number', 'carried_cents'])
    .where('currency', '=', currency)
    .where('carried_cents', '>', 0)
    .where('carried_to', 'is', null)
    .where('balance_written_off_at', 'is', null)
    .orderBy('id')
    .execute()
}

type Balance = Pick<LockedInvoice, 'invoice_number' | 'carried_cents'>

export const carriedLine = ({ invoice_number, carried_cents }: Balance): DraftLine => ({
  ...lineOf(`Balance of ${invoice_number}`, 1, {
    ...({ version: 1, kind: 'price' } as const),
    unit_cents: carried_cents,
    quantity: 1,
  }),
  line_type: 'carried',
  taxable: false,
})

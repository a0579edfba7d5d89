import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Flag,
  Id,
  ListOf,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import { TaxRate } from '../billing/profile.ts'
import { AccountName, accountAt, InvoiceNumber } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { Party } from '../invoices/parties.ts'
import { Currency } from '../plans/plan.ts'

export const CreditNote = Shape('CreditNote', {
  id: Id(),
  account: AccountName,
  invoice: Shape({ id: Id(), invoice_number: InvoiceNumber }),
  number: Text(30, { description: 'Number', examples: ['CN-202611-0007'] }),
  reason: Choice(
    ['proration', 'refund', 'goodwill', 'write_off', 'correction'],
    'Why it was issued',
  ),
  currency: Currency,
  tax_rate: TaxRate,
  subtotal_cents: Cents('Sum without tax', 1000),
  tax_cents: Cents('Tax, at the rate of the invoice', 190),
  total_cents: Cents('Sum with tax', 1190),
  to_balance_cents: Cents('Added to the credit of the account', 1190),
  to_invoice_cents: Cents('Taken off what was due for the invoice', 0),
  to_refund_cents: Cents('Paid back', 0),
  has_document: Flag('Whether its PDF can be downloaded'),
  created_at: Time('When it was issued'),
})

const CreditNoteLine = Shape('CreditNoteLine', {
  id: Id(),
  description: Text(500, { description: 'What is credited' }),
  amount_cents: Cents('Amount, tax included', 1190),
})

export const CreditNoteDetail = Shape('CreditNoteDetail', {
  ...CreditNote.properties,
  lines: ListOf(CreditNoteLine, { description: 'Its lines, in order' }),
  seller: Party,
  buyer: Party,
})

export const CreditNoteFilters = { invoice_id: Id('Only of this invoice') }
export const AdminCreditNoteFilters = {
  ...CreditNoteFilters,
  account_id: Id('Only of this account'),
}

type Filters = QueryValues<typeof AdminCreditNoteFilters>

export function listCreditNotes(ctx: Ctx, page: PageRequest, filters: Filters) {
  return paginate(ctx, filtered(ctx.own('credit_notes').select(), filters), page, 'credit_notes')
}

export function listAllCreditNotes(ctx: PlatformCtx, page: PageRequest, filters: Filters) {
  const all = ctx.acrossAccounts('admin.invoices.read').selectFrom('credit_notes')
  return paginate(ctx, filtered(all, filters), page, 'credit_notes')
}

export async function readCreditNote(
  ctx: Ctx,
  id: string,
): Promise<Static<typeof CreditNoteDetail>> {
  const note = await selectNotes(ctx.own('credit_notes').select())
    .select([
      sql<Static<typeof Party>>`seller`.as('seller'),
      sql<Static<typeof Party>>`buyer`.as('buyer'),
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!note) throw fail.notFound('credit_note')
  const lines = await ctx
    .own('credit_note_lines')
    .select()
    .select(['id', 'description', 'amount_cents'])
    .where('credit_note_id', '=', id)
    .orderBy('position')
    .execute()
  return { ...note, lines }
}

function filtered(from: Query<object>, { invoice_id, account_id }: Filters) {
  let query = selectNotes(from)
  if (invoice_id) query = query.where('invoice_id', '=', invoice_id)
  if (account_id) query = query.where('account_id', '=', account_id)
  return query
}

type Query<O> = SelectQueryBuilder<DB, 'credit_notes', O>

function selectNotes(query: Query<object>) {
  return query.select([
    'id',
    'number',
    'reason',
    'currency',
    'subtotal_cents',
    'tax_cents',
    'total_cents',
    'to_balance_cents',
    'to_invoice_cents',
    'to_refund_cents',
    'created_at',
    sql<number>`(tax_basis_points / 10000.0)::float8`.as('tax_rate'),
    sql<boolean>`exists (
      select from credit_note_documents d where d.credit_note_id = credit_notes.id)`.as(
      'has_document',
    ),
    accountAt('credit_notes').as('account'),
    sql<Static<typeof CreditNote>['invoice']>`(
      select jsonb_build_object('id', i.id, 'invoice_number', i.invoice_number) from invoices i
      where i.id = credit_notes.invoice_id)`.as('invoice'),
  ])
}

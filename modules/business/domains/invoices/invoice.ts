import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { beginsWith } from '@powernode/server/platform/db/database.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Flag,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import { TaxRate } from '../billing/profile.ts'
import { Currency } from '../plans/plan.ts'
import { Cents, InvoiceLine } from './line.ts'
import { Party } from './parties.ts'
import { invoiceStatuses } from './transitions.ts'

export const InvoiceStatus = Choice(
  invoiceStatuses,
  'A draft can change; an open one is issued and must be paid; an uncollectible one is written off',
)

export const InvoiceNumber = Text(30, { description: 'Number', examples: ['INV-202611-0042'] })

export const AccountName = Shape({
  id: Id(),
  name: Text(100, { description: 'Name of the account' }),
})

export const Invoice = Shape('Invoice', {
  id: Id(),
  account: AccountName,
  subscription_id: Nullable(Id('The subscription it is for')),
  invoice_number: InvoiceNumber,
  invoice_type: Choice(
    ['subscription', 'renewal', 'trial_conversion', 'proration', 'manual'],
    'What it is for',
  ),
  status: InvoiceStatus,
  is_overdue: Flag('Whether it should have been paid by now'),
  currency: Currency,
  tax_inclusive: Flag('Whether the amounts of its lines include the tax'),
  tax_rate: TaxRate,
  subtotal_cents: Cents('Sum without tax'),
  tax_cents: Cents('Tax', 551),
  total_cents: Cents('Sum with tax', 3451),
  credit_applied_cents: Cents('Paid with credit of the account', 0),
  credited_cents: Cents('Reduced by credit notes', 0),
  amount_paid_cents: Cents('Paid', 0),
  carried_cents: Cents('Too little to collect, and due with the next invoice', 0),
  balance_written_off_at: Nullable(
    Time('When that was written off, because no other invoice followed within 90 days'),
  ),
  amount_due_cents: Cents('What is still to be paid', 3451),
  dispute_status: Nullable(
    Choice(
      ['open', 'won', 'lost'],
      'Status of the latest dispute of its payments; null without one',
    ),
  ),
  period_start: Nullable(Time('Start of the period it is for')),
  period_end: Nullable(Time('End of the period it is for, exclusive')),
  issued_at: Nullable(Time('When it was issued')),
  due_at: Nullable(Time('When it must be paid')),
  paid_at: Nullable(Time('When nothing was due any more')),
  voided_at: Nullable(Time('When it was voided')),
  notes: Nullable(Text(2000, { description: 'Text below the lines' })),
  created_at: Time('When it was drafted'),
  updated_at: Time('When it last changed'),
})

export const InvoiceDetail = Shape('InvoiceDetail', {
  ...Invoice.properties,
  lines: ListOf(InvoiceLine, { description: 'Its lines, in order' }),
  seller: Nullable(Party),
  buyer: Nullable(Party),
  has_document: Flag('Whether its PDF can be downloaded'),
})

export const InvoiceFilters = {
  status: Choice(
    [...invoiceStatuses, 'unpaid', 'overdue'],
    'Status; unpaid is open or uncollectible, overdue is open and past its due date',
  ),
  subscription_id: Id('Only of this subscription'),
  account_id: Id('Only of this account'),
  search: Text(40, { description: 'Beginning of the number, or an id', examples: ['INV-202611'] }),
}

type Filters = QueryValues<typeof InvoiceFilters>

/** The channel topic of an account's invoices. */
export const invoiceStream = (accountId: string) => `invoices:account:${accountId}`

/** Invoices of the account; a worker lists those of all accounts. */
export function listInvoices(ctx: Ctx, page: PageRequest, filters: Filters) {
  return paginate(ctx, filtered(ctx, ctx.own('invoices').select(), filters), page, 'invoices')
}

export function listAllInvoices(ctx: PlatformCtx, page: PageRequest, filters: Filters) {
  const all = ctx.acrossAccounts('admin.invoices.read').selectFrom('invoices')
  return paginate(ctx, filtered(ctx, all, filters), page, 'invoices')
}

export async function readInvoice(ctx: Ctx, id: string): Promise<Static<typeof InvoiceDetail>> {
  const invoice = await selectInvoices(ctx, ctx.own('invoices').select())
    .select([
      sql<Static<typeof Party> | null>`seller`.as('seller'),
      sql<Static<typeof Party> | null>`buyer`.as('buyer'),
      sql<boolean>`exists (
        select from invoice_documents d where d.invoice_id = invoices.id)`.as('has_document'),
    ])
    .where('invoices.id', '=', id)
    .executeTakeFirst()
  if (!invoice) throw fail.notFound('invoice')
  return { ...invoice, lines: await linesOf(ctx, id) }
}

/** An invoice of any account, for administrators and workers. */
export async function readAnyInvoice(ctx: PlatformCtx, id: string) {
  return readInvoice(ctx.inAccount(await accountOfInvoice(ctx, id)), id)
}

/** The newest invoices of the account. */
export function recentInvoices(ctx: Ctx, limit: number) {
  return selectInvoices(ctx, ctx.own('invoices').select())
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** The account of an invoice, for administrators and workers. */
export async function accountOfInvoice(ctx: PlatformCtx, id: string): Promise<string> {
  const invoice = await ctx
    .acrossAccounts('admin.invoices.read')
    .selectFrom('invoices')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!invoice) throw fail.notFound('invoice')
  return invoice.account_id
}

export function linesOf(ctx: Ctx, invoiceId: string) {
  return ctx
    .own('invoice_lines')
    .select()
    .select([
      'id',
      'line_type',
      'description',
      'quantity',
      'unit_amount_cents',
      'amount_cents',
      'proration',
      'period_start',
      'period_end',
    ])
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute()
}

type Query<O> = SelectQueryBuilder<DB, 'invoices', O>

function filtered(ctx: PlatformCtx, from: Query<object>, filters: Filters) {
  const { status, subscription_id, account_id, search } = filters
  let query = selectInvoices(ctx, from)
  if (status === 'unpaid') query = query.where('status', 'in', ['open', 'uncollectible'])
  else if (status === 'overdue') {
    query = query.where('status', '=', 'open').where('due_at', '<', ctx.now())
  } else if (status) query = query.where('status', '=', status)
  if (subscription_id) query = query.where('subscription_id', '=', subscription_id)
  if (account_id) query = query.where('account_id', '=', account_id)
  if (search && isId(search)) query = query.where('id', '=', search)
  else if (search)
    query = query.where((eb) => beginsWith(eb.ref('invoice_number'), search.toUpperCase()))
  return query
}

function selectInvoices(ctx: PlatformCtx, query: Query<object>) {
  return query.select([
    'id',
    'subscription_id',
    'invoice_number',
    'invoice_type',
    'status',
    'currency',
    'tax_inclusive',
    'subtotal_cents',
    'tax_cents',
    'total_cents',
    'credit_applied_cents',
    'credited_cents',
    'amount_paid_cents',
    'carried_cents',
    'balance_written_off_at',
    'amount_due_cents',
    'period_start',
    'period_end',
    'issued_at',
    'due_at',
    'paid_at',
    'voided_at',
    'notes',
    'created_at',
    'updated_at',
    sql<number>`(tax_basis_points / 10000.0)::float8`.as('tax_rate'),
    sql<boolean>`status = 'open' and due_at < ${ctx.now()}`.as('is_overdue'),
    sql<Static<typeof Invoice>['dispute_status']>`(
      select d.status from disputes d where d.invoice_id = invoices.id
      order by d.created_at desc, d.id desc limit 1)`.as('dispute_status'),
    accountAt('invoices').as('account'),
  ])
}

/** The account of a row, as a subquery: counting such a list needs no join. */
export const accountAt = (table: string) => sql<Static<typeof AccountName>>`(
  select jsonb_build_object('id', a.id, 'name', a.name) from accounts a
  where a.id = ${sql.ref(`${table}.account_id`)})`

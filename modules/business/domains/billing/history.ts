import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Day,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { nextDay } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { Cents } from '../invoices/line.ts'
import { Currency } from '../plans/plan.ts'

const types = ['invoice', 'payment', 'credit_note', 'credit'] as const

export const BillingEntry = Shape('BillingEntry', {
  id: Id('The invoice, payment, credit note or credit'),
  type: Choice(types, 'What it is; credit is given without a document'),
  number: Nullable(Text(255, { description: 'Its number, or the reference of a payment' })),
  amount_cents: Cents('Amount', 3451),
  currency: Currency,
  status: Text(20, { description: 'Status', examples: ['paid'] }),
  created_at: Time('When it was created'),
})

export const HistoryFilters = {
  type: Choice(types, 'Only this kind'),
  date_from: Day('First day, UTC'),
  date_to: Day('Last day, UTC'),
}

type Entry = Static<typeof BillingEntry>

/** What was billed, paid and credited, without drafts. */
export function listBillingHistory(
  ctx: Ctx,
  page: PageRequest,
  { type, date_from, date_to }: QueryValues<typeof HistoryFilters>,
) {
  let query = ctx.db.selectFrom(everything(ctx).as('history')).selectAll()
  if (type) query = query.where('type', '=', type)
  if (date_from) query = query.where('created_at', '>=', date_from)
  if (date_to) query = query.where('created_at', '<', nextDay(date_to))
  return paginate(ctx, query, page, 'history')
}

function everything(ctx: Ctx) {
  const is = (type: Entry['type']) => sql<Entry['type']>`${type}::text`.as('type')
  const invoices = ctx
    .own('invoices')
    .select()
    .select(['id', is('invoice'), sql<string | null>`invoice_number`.as('number')])
    .select([
      'total_cents as amount_cents',
      'currency',
      sql<string>`status`.as('status'),
      'created_at',
    ])
    .where('status', '!=', 'draft')
  const payments = ctx
    .own('payments')
    .select()
    .select(['id', is('payment'), sql<string | null>`external_id`.as('number')])
    .select(['amount_cents', 'currency', sql<string>`status`.as('status'), 'created_at'])
  const notes = ctx
    .own('credit_notes')
    .select()
    .select(['id', is('credit_note'), sql<string | null>`number`.as('number')])
    .select([
      'total_cents as amount_cents',
      'currency',
      sql<string>`'issued'`.as('status'),
      'created_at',
    ])
  const credits = ctx
    .own('credit_grants')
    .select()
    .select(['id', is('credit'), sql<string | null>`null::text`.as('number')])
    .select(['amount_cents', 'currency', sql<string>`'granted'`.as('status'), 'created_at'])
    .where('source', '=', 'manual')
  return invoices.unionAll(payments).unionAll(notes).unionAll(credits)
}

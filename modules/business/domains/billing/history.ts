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
import { invoiceAt, Payment } from '../payments/payment.ts'
import { Currency } from '../plans/plan.ts'

const types = [
  'invoice',
  'payment',
  'refund',
  'dispute',
  'credit_note',
  'credit',
  'credit_expired',
] as const

export const BillingEntry = Shape('BillingEntry', {
  id: Id('The invoice, payment, refund, dispute, credit note or credit, or that it expired'),
  type: Choice(types, 'What it is; credit is given without a document'),
  number: Nullable(
    Text(255, { description: 'Its number, or the reference of a payment, refund or dispute' }),
  ),
  description: Nullable(
    Text(1000, { description: 'Why, in words', examples: ['Two days without service'] }),
  ),
  invoice: Payment.properties.invoice,
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

/** What was billed, paid, paid back, disputed and credited, without drafts. */
export function listBillingHistory(
  ctx: Ctx,
  page: PageRequest,
  { type, date_from, date_to }: QueryValues<typeof HistoryFilters>,
) {
  let query = ctx.db
    .selectFrom(everything(ctx).as('history'))
    .select(['id', 'type', 'number', 'amount_cents', 'currency', 'status', 'created_at'])
    .select([
      sql<string | null>`case when type = 'credit_note'
        then (select l.description from credit_note_lines l
          where l.credit_note_id = history.id order by l.position limit 1)
        else description end`.as('description'),
      invoiceAt('history').as('invoice'),
    ])
  if (type) query = query.where('type', '=', type)
  if (date_from) query = query.where('created_at', '>=', date_from)
  if (date_to) query = query.where('created_at', '<', nextDay(date_to))
  return paginate(ctx, query, page, 'history')
}

/** Every kind with the same columns. What other tables say is added to the rows of a page only. */
function everything(ctx: Ctx) {
  const is = (type: Entry['type']) => sql<Entry['type']>`${type}::text`.as('type')
  const from = <N extends string>(column: string, name: N) =>
    sql<string | null>`${sql.ref(column)}`.as(name)
  const nothing = <N extends string>(name: N) => sql<string | null>`null::text`.as(name)
  const noInvoice = sql<string | null>`null::uuid`.as('invoice_id')
  const status = sql<string>`status`.as('status')
  const always = (text: string) => sql<string>`${text}::text`.as('status')
  const invoices = ctx
    .own('invoices')
    .select()
    .select(['id', is('invoice'), from('invoice_number', 'number'), nothing('description')])
    .select([from('id', 'invoice_id'), 'total_cents as amount_cents', 'currency', status])
    .select('created_at')
    .where('status', '!=', 'draft')
  const payments = ctx
    .own('payments')
    .select()
    .select(['id', is('payment'), from('external_id', 'number')])
    .select([from('failure_reason', 'description'), 'invoice_id'])
    .select(['amount_cents', 'currency', status, 'created_at'])
  const refunds = ctx
    .own('refunds')
    .select()
    .select(['id', is('refund'), from('external_id', 'number')])
    .select([from('reason', 'description'), 'invoice_id'])
    .select(['amount_cents', 'currency', status, 'created_at'])
  const disputes = ctx
    .own('disputes')
    .select()
    .select(['id', is('dispute'), from('external_id', 'number')])
    .select([from('reason', 'description'), 'invoice_id'])
    .select(['amount_cents', 'currency', status, 'created_at'])
  const notes = ctx
    .own('credit_notes')
    .select()
    .select(['id', is('credit_note'), from('number', 'number'), nothing('description')])
    .select([from('invoice_id', 'invoice_id'), 'total_cents as amount_cents', 'currency'])
    .select([always('issued'), 'created_at'])
  const credits = ctx
    .own('credit_grants')
    .select()
    .select(['id', is('credit'), nothing('number'), from('reason', 'description'), noInvoice])
    .select(['amount_cents', 'currency', always('granted'), 'created_at'])
    .where('source', '=', 'manual')
  const expiries = ctx
    .own('credit_expiries')
    .select()
    .innerJoin('credit_grants as g', 'g.id', 'credit_expiries.grant_id')
    .select(['credit_expiries.id', is('credit_expired'), nothing('number')])
    .select([from('g.reason', 'description'), noInvoice, 'credit_expiries.amount_cents'])
    .select(['g.currency', always('expired'), 'credit_expiries.created_at'])
  return invoices
    .unionAll(payments)
    .unionAll(refunds)
    .unionAll(disputes)
    .unionAll(notes)
    .unionAll(credits)
    .unionAll(expiries)
}

import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { ListOf, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { creditBalances } from '../credit_grants/credit.ts'
import { Invoice, recentInvoices } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { defaultMethods, PaymentMethod } from '../payment_methods/payment_method.ts'
import { Currency } from '../plans/plan.ts'
import { readProfile } from './profile.ts'

const RECENT_INVOICES = 5

export const BillingOverview = Shape('BillingOverview', {
  currency: Nullable(Currency),
  outstanding_cents: Cents('Due for open invoices', 3451),
  overdue_cents: Cents('The part of it that should have been paid by now', 0),
  this_month_cents: Cents('Issued this month (UTC), without voided invoices', 3451),
  collected_cents: Cents('Paid so far, without what was paid back', 0),
  success_rate: Nullable(
    Type.Number({
      description: 'Percentage of payments that succeeded; null without any',
      examples: [97.5],
    }),
  ),
  credit_balance_cents: Cents('Credit that the next invoices use', 0),
  recent_invoices: ListOf(Invoice, { description: 'The newest five' }),
  payment_methods: ListOf(PaymentMethod, { description: 'The default one, if any' }),
})

/** What the account owes and paid, in the currency it is billed in. */
export async function readBillingOverview(ctx: Ctx): Promise<Static<typeof BillingOverview>> {
  const { currency } = await readProfile(ctx)
  const [invoiced, paid, credit, recent_invoices, payment_methods] = await Promise.all([
    sumInvoices(ctx, currency),
    sumPayments(ctx, currency),
    creditBalances(ctx),
    recentInvoices(ctx, RECENT_INVOICES),
    defaultMethods(ctx),
  ])
  const balance = credit.find((one) => one.currency === currency)
  return {
    currency,
    ...invoiced,
    ...paid,
    credit_balance_cents: balance?.amount_cents ?? 0,
    recent_invoices,
    payment_methods,
  }
}

type CurrencyCode = Static<typeof Currency> | null

function sumInvoices(ctx: Ctx, currency: CurrencyCode) {
  const now = ctx.now()
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1))
  const sum = (
    column: 'amount_due_cents' | 'total_cents',
    where: ReturnType<typeof sql<boolean>>,
  ) => sql<number>`coalesce(sum(${sql.ref(column)}) filter (where ${where}), 0)::bigint`
  return ctx
    .own('invoices')
    .select()
    .select([
      sum('amount_due_cents', sql<boolean>`status = 'open'`).as('outstanding_cents'),
      sum('amount_due_cents', sql<boolean>`status = 'open' and due_at < ${now}`).as(
        'overdue_cents',
      ),
      sum('total_cents', sql<boolean>`issued_at >= ${month}`).as('this_month_cents'),
    ])
    .where('currency', '=', currency)
    .where('status', 'in', ['open', 'paid', 'uncollectible'])
    .where(({ eb, or }) => or([eb('status', '=', 'open'), eb('issued_at', '>=', month)]))
    .executeTakeFirstOrThrow()
}

async function sumPayments(ctx: Ctx, currency: CurrencyCode) {
  const settled = sql`status in ('succeeded', 'partially_refunded', 'refunded')`
  const { collected_cents, succeeded, ended } = await ctx
    .own('payments')
    .select()
    .select([
      sql<number>`coalesce(sum(amount_cents - refunded_cents) filter (where ${settled}), 0)::bigint`.as(
        'collected_cents',
      ),
      sql<number>`count(*) filter (where ${settled})`.as('succeeded'),
      sql<number>`count(*) filter (where ${settled} or status = 'failed')`.as('ended'),
    ])
    .where('currency', '=', currency)
    .executeTakeFirstOrThrow()
  return {
    collected_cents,
    success_rate: ended > 0 ? Math.round((1000 * succeeded) / ended) / 10 : null,
  }
}

import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { ListOf, Nullable, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { creditBalances } from '../credit_grants/credit.ts'
import { taxOf, totalsOfLines } from '../invoices/drafting.ts'
import { linesOfPeriod, periodOf } from '../invoices/generating.ts'
import { Invoice, recentInvoices } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { Currency } from '../plans/plan.ts'
import { AccountSubscription, readLastSubscription } from '../subscriptions/subscription.ts'

const RECENT_INVOICES = 12

const UpcomingInvoice = Shape('UpcomingInvoice', {
  currency: Currency,
  subtotal_cents: Cents('Sum without tax'),
  tax_cents: Cents('Tax', 551),
  total_cents: Cents('Sum with tax', 3451),
  credit_cents: Cents('Credit that it will use', 0),
  amount_due_cents: Cents('What will have to be paid', 3451),
  bills_at: Time('When it will be issued'),
  lines: ListOf(
    Shape({
      description: Text(500, { description: 'What it is for', examples: ['Team'] }),
      amount_cents: Cents('Amount'),
    }),
    { description: 'Its lines' },
  ),
})

export const SubscriptionBilling = Shape('SubscriptionBilling', {
  subscription: Nullable(AccountSubscription),
  upcoming_invoice: Nullable(UpcomingInvoice),
  recent_invoices: ListOf(Invoice, { description: 'The newest twelve invoices of the account' }),
})

/** The current or last subscription of the account, null if it never had one, and its next invoice. */
export async function readSubscriptionBilling(
  ctx: Ctx,
): Promise<Static<typeof SubscriptionBilling>> {
  const subscription = await readLastSubscription(ctx)
  const upcoming_invoice = subscription?.next_billing_at
    ? await previewNext(ctx, subscription.id, subscription.next_billing_at)
    : null
  return {
    subscription,
    upcoming_invoice,
    recent_invoices: await recentInvoices(ctx, RECENT_INVOICES),
  }
}

/** What generating the next invoice would give now. */
async function previewNext(ctx: Ctx, id: string, bills_at: Date) {
  const subscription = await ctx
    .own('subscriptions')
    .select()
    .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
    .leftJoin('billing_profiles as p', 'p.account_id', 'subscriptions.account_id')
    .selectAll('subscriptions')
    .select(['plans.name as plan_name', 'price_cents', 'plans.currency', 'billing_cycle'])
    .select(['tax_inclusive', 'p.tax_exempt', 'p.tax_basis_points'])
    .where('subscriptions.id', '=', id)
    .executeTakeFirstOrThrow()
  const { currency, tax_inclusive, tax_exempt, tax_basis_points } = subscription
  const period = periodOf(subscription, 'renewal')
  const lines = linesOfPeriod(subscription, period)
  const profile = { tax_exempt: tax_exempt ?? false, tax_basis_points: tax_basis_points ?? 0 }
  const totals = totalsOfLines(lines, taxOf(profile, tax_inclusive))
  const balances = await creditBalances(ctx)
  const balance = balances.find((one) => one.currency === currency)?.amount_cents ?? 0
  const credit_cents = Math.min(balance, totals.total_cents)
  return {
    currency,
    ...totals,
    credit_cents,
    amount_due_cents: totals.total_cents - credit_cents,
    bills_at,
    lines: lines.map(({ description, amount_cents }) => ({
      description,
      amount_cents: Number(amount_cents),
    })),
  }
}

import type { Ctx } from '@powernode/server/platform/db/context.ts'
import {
  Day,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import type { Static } from 'typebox'
import { creditTotals } from '../../pricing/document.ts'
import { sumOf } from '../../pricing/price.ts'
import { DiscountCode } from '../coupons/offer.ts'
import { Cents } from '../invoices/line.ts'
import { InvoicePreview, previewInvoice } from '../invoices/preview.ts'
import { findPlan } from '../plans/plan.ts'
import { offersOfChange, withOffers } from './offered.ts'
import type { Period } from './period.ts'
import { planTarget } from './plan_target.ts'
import { type PlanChange, prorateChange, type Sold } from './proration.ts'
import { type LockedSubscription, Quantity, readTerms } from './subscription.ts'

export const ProrationFilters = {
  new_plan_id: Id('The plan to change to; the current one by default'),
  quantity: { ...Quantity, description: 'The new quantity; the current one by default' },
  discount_code: { ...DiscountCode, description: 'The code that the change will give' },
  effective_date: Day('The day of the change, in the current period; now by default'),
}

export const ProrationPreview = Shape('ProrationPreview', {
  ...InvoicePreview.properties,
  credit_added_cents: Cents('What is given back to the credit of the account, with its tax', 0),
  effective_at: Time('When the plan changes'),
  current_period_end: Time('End of the period after the change'),
  pays_from: Nullable(Time('Start of the period, if another billing cycle starts one')),
})

/** What a change of plan or quantity would cost or give back: exactly what the change does at that time. */
export async function previewProration(
  ctx: Ctx,
  id: string,
  { new_plan_id, quantity, discount_code, effective_date }: QueryValues<typeof ProrationFilters>,
): Promise<Static<typeof ProrationPreview>> {
  const subscription = await readTerms(ctx, id)
  if (!hasPeriod(subscription)) {
    throw fail.with('invalid_transition', 'This subscription has no period yet')
  }
  const changes = new_plan_id !== undefined && new_plan_id !== subscription.plan_id
  const target = quantity ?? subscription.quantity
  const plan =
    changes || discount_code ? await findPlan(ctx, new_plan_id ?? subscription.plan_id) : undefined
  const effective_at = effectiveAt(ctx, subscription, effective_date)
  const to = withOffers(
    changes ? planTarget(subscription, plan, target) : { ...subscription, quantity: target },
    await offersOfChange(ctx, subscription, plan, discount_code),
    effective_at,
  )
  if (subscription.status === 'trialing') {
    return {
      ...(await previewChange(ctx, to, NOTHING)),
      ...timesOf(subscription, NOTHING, effective_at),
    }
  }
  const change = await prorateChange(ctx, subscription, to, effective_at)
  return {
    ...(await previewChange(ctx, to, change)),
    ...timesOf(subscription, change, effective_at),
  }
}

export function hasPeriod(
  subscription: LockedSubscription,
): subscription is LockedSubscription & Period {
  return subscription.current_period_start !== null && subscription.current_period_end !== null
}

const NOTHING = { lines: [], credits: [], newPeriod: null } satisfies Omit<PlanChange, 'period'>

type Previewed = Pick<PlanChange, 'lines' | 'credits' | 'newPeriod'>

/** The amounts of a change: an invoice if something must be paid, otherwise what is given back. */
export async function previewChange(ctx: Ctx, to: Sold, { lines, credits }: Previewed) {
  if (sumOf(lines) > 0n) {
    return { ...(await previewInvoice(ctx, { ...to, lines })), credit_added_cents: 0 }
  }
  const totals = credits.map(({ basis }) => creditTotals(basis))
  const sum = (part: 'subtotal_cents' | 'tax_cents' | 'total_cents') =>
    Number(totals.reduce((all, one) => all + one[part], 0n))
  const [subtotal, tax, total] = [sum('subtotal_cents'), sum('tax_cents'), sum('total_cents')]
  return {
    currency: to.currency,
    // `0 - x`, because -0 is not a JSON number.
    ...{ subtotal_cents: 0 - subtotal, tax_cents: 0 - tax, total_cents: 0 - total },
    ...{ credit_cents: 0, carried_cents: 0, amount_due_cents: 0, credit_added_cents: total },
    lines: lines.map(({ description, amount_cents }) => ({
      description,
      amount_cents: Number(amount_cents),
    })),
  }
}

function timesOf(subscription: Period, { newPeriod }: Previewed, effective_at: Date) {
  return {
    effective_at,
    current_period_end: newPeriod?.current_period_end ?? subscription.current_period_end,
    pays_from: newPeriod?.current_period_start ?? null,
  }
}

function effectiveAt(ctx: Ctx, { current_period_start, current_period_end }: Period, day?: Date) {
  if (!day || dayOf(day) === dayOf(ctx.now())) return ctx.now()
  if (dayOf(day) < dayOf(current_period_start) || day >= current_period_end) {
    throw fail.invalid({ effective_date: ['must be in the current period'] })
  }
  return day
}

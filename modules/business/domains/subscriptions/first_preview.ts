import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Id, Nullable, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'
import { boundCurrency, requireCurrency } from '../billing/currency.ts'
import { DiscountCode } from '../coupons/offer.ts'
import { linesOfPeriod } from '../invoices/generating.ts'
import { InvoicePreview, previewInvoice } from '../invoices/preview.ts'
import { findPlan } from '../plans/plan.ts'
import { offeredFrom, offersFor } from '../subscription_discounts/offers.ts'
import { periodFrom } from './period.ts'
import { requireOffered } from './plan_target.ts'
import { Quantity } from './subscription.ts'
import { trialColumns } from './trial.ts'

export const PreviewedSubscription = Shape('PreviewedSubscription', {
  plan_id: Id('A public plan'),
  quantity: Type.Optional(Quantity),
  discount_code: Type.Optional(DiscountCode),
})

export const SubscriptionPreview = Shape('SubscriptionPreview', {
  ...InvoicePreview.properties,
  trial_end: Nullable(Time('When the first period starts and is paid; null for at once')),
})

/** What the first period would cost if the account subscribed now: the invoice that subscribing issues. Changes nothing. */
export async function previewSubscription(
  ctx: Ctx,
  { plan_id, quantity = 1, discount_code }: Static<typeof PreviewedSubscription>,
): Promise<Static<typeof SubscriptionPreview>> {
  const plan = requireOffered(await findPlan(ctx, plan_id))
  const { currency, tax_inclusive, billing_cycle } = plan
  requireCurrency(await boundCurrency(ctx), currency, 'plan_id')
  const now = ctx.now()
  const offers = await offersFor(ctx, plan, discount_code)
  const sold = {
    ...plan,
    ...{ plan_id, plan_name: plan.name, quantity, current_period_end: null, trial_end: null },
    discounts: offers.map((offer) => offeredFrom(offer, now)),
  }
  const trial = await trialColumns(ctx, plan)
  const period = periodFrom(now, billing_cycle, now.getUTCDate())
  const lines = linesOfPeriod(sold, {
    period_start: period.current_period_start,
    period_end: period.current_period_end,
  })
  const invoice = await previewInvoice(ctx, { currency, tax_inclusive, lines })
  return { ...invoice, trial_end: trial?.trial_end ?? null }
}

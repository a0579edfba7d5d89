import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { Choice, Flag, Id } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { sumOf } from '../../pricing/price.ts'
import { lockBilling } from '../billing/profile.ts'
import { DiscountCode } from '../coupons/offer.ts'
import { creditUnusedTime } from '../credit_notes/crediting.ts'
import { lockPlanForUse } from '../plans/plan.ts'
import { addDiscounts, replaceDiscountPeriod } from '../subscription_discounts/keeping.ts'
import type { OfferedDiscount } from '../subscription_discounts/offers.ts'
import { advanceSubscription } from './advancing.ts'
import { broadcastUpdated, changeColumns } from './changes.ts'
import { offersOfChange, withOffers } from './offered.ts'
import { withPayment } from './payment_reply.ts'
import { isFreePlan, planTarget } from './plan_target.ts'
import { hasPeriod, previewChange } from './preview.ts'
import { type PlanChange, prorateChange, type Sold } from './proration.ts'
import { nextDiscountStart, requireSettled } from './settled.ts'
import { type LockedSubscription, lockSubscription, Quantity } from './subscription.ts'
import { hasEnded, invalidTransition, isAllowed } from './transitions.ts'
import { trialColumns } from './trial.ts'
import { startUpgrade } from './upgrading.ts'
import { requireSeenVersion } from './version.ts'

export const changeFields = {
  plan_id: Id(
    'A public plan, in the same currency. The current one withdraws a change that is scheduled',
  ),
  quantity: Quantity,
  discount_code: {
    ...DiscountCode,
    description:
      'The code of a coupon, or of the promotion of the plan. Without another plan or quantity it counts from the next period on',
  },
  when: Choice(
    ['now', 'period_end'],
    'When another plan or quantity takes effect. By default `now`: what it costs is paid at once, what it saves becomes credit',
  ),
  expected_amount_due_cents: Type.Integer({
    minimum: 0,
    description: 'What the preview said is due; 409 `conflict` if it is not what is due now',
    examples: [2687],
  }),
  payment_method_id: Id('The payment method to charge; the default one if omitted'),
  cancel_at_period_end: Flag('Whether to cancel at the end of the current period'),
}

export type SubscriptionChange = {
  [K in keyof typeof changeFields]?: Static<(typeof changeFields)[K]>
} & { lock_version?: number }

/**
 * Changes the plan, the quantity, or whether it renews. What an upgrade costs is paid first: 402 `payment_declined` leaves
 * everything as it was. 409 `payment_required` while another payment is due, 409 `conflict` if it has changed since
 * `lock_version` was read.
 */
export async function changeSubscription(ctx: Ctx, id: string, changes: SubscriptionChange) {
  const payment_id = await ctx.transaction(async (tx) => {
    tx.unaudited('a request may change nothing')
    await lockBilling(tx)
    await requireSeenVersion(tx, id, changes.lock_version)
    await advanceSubscription(tx, id)
    const before = await lockSubscription(tx, id)
    if (hasEnded(before.status)) throw invalidTransition(before.status)
    const { cancel_at_period_end } = changes
    if (cancel_at_period_end !== undefined) await setCancelling(tx, before, cancel_at_period_end)
    return changePlan(tx, before, changes)
  })
  return withPayment(ctx, id, payment_id)
}

async function changePlan(
  tx: Tx,
  before: LockedSubscription,
  changes: SubscriptionChange,
): Promise<string | null> {
  const { plan_id = before.plan_id, quantity = before.quantity, discount_code } = changes
  const planChanges = plan_id !== before.plan_id
  if (!planChanges && quantity === before.quantity) {
    if (changes.plan_id && before.pending_plan_id) await changeColumns(tx, before, NOT_SCHEDULED)
    if (discount_code) await redeemCode(tx, before, discount_code)
    return null
  }
  const plan = planChanges || discount_code ? await lockPlanForUse(tx, plan_id) : undefined
  const to = planChanges ? planTarget(before, plan, quantity) : { ...before, quantity }
  const offers = await offersOfChange(tx, before, plan, discount_code)
  const columns = {
    ...(planChanges && { plan_id }),
    ...(quantity !== before.quantity && { quantity }),
    ...(before.pending_plan_id && NOT_SCHEDULED),
  }
  const trial = planChanges && plan && (await trialOfPaidPlan(tx, before, plan))
  if (trial || (before.status === 'trialing' && changes.when !== 'period_end')) {
    await addDiscounts(tx, before.id, offers, { started_at: tx.now() })
    await changeColumns(tx, before, { ...columns, ...trial })
  } else if (changes.when === 'period_end') await schedule(tx, before, to, offers)
  else return changePaidPlan(tx, before, to, offers, changes)
  return null
}

/** A code without another plan or quantity counts from the next period on. */
async function redeemCode(tx: Tx, before: LockedSubscription, code: string): Promise<void> {
  const plan = await lockPlanForUse(tx, before.plan_id)
  const started_at = await nextDiscountStart(tx, before)
  const offers = await offersOfChange(tx, before, plan, code)
  await addDiscounts(tx, before.id, offers, { started_at })
  await broadcastUpdated(tx, before, ['discounts'])
}

const NOT_SCHEDULED = { pending_plan_id: null, pending_quantity: null } as const

/** A subscriber of a free plan can start a trial of a paid one, if the account never had a trial. */
async function trialOfPaidPlan(
  tx: Tx,
  before: LockedSubscription,
  plan: { price_cents: number; trial_days: number },
) {
  const starts = before.status === 'active' && isFreePlan(before) && !isFreePlan(plan)
  return starts ? trialColumns(tx, plan) : undefined
}

/** Applies a change at the end of the period. No money moves until then. */
async function schedule(
  tx: Tx,
  before: LockedSubscription,
  to: Sold,
  offers: OfferedDiscount[],
): Promise<void> {
  const started_at = await nextDiscountStart(tx, before)
  await addDiscounts(tx, before.id, offers, { started_at })
  const columns = { pending_plan_id: to.plan_id, pending_quantity: to.quantity }
  await changeColumns(tx, before, columns, 'subscription.change_scheduled')
}

async function changePaidPlan(
  tx: Tx,
  before: LockedSubscription,
  to: Sold,
  offers: OfferedDiscount[],
  { expected_amount_due_cents: expected, payment_method_id }: SubscriptionChange,
): Promise<string | null> {
  await requireSettled(tx, before)
  if (!hasPeriod(before)) throw invalidTransition(before.status)
  const at = tx.now()
  const change = await prorateChange(tx, before, withOffers(to, offers, at), at)
  const { amount_due_cents } = await previewChange(tx, to, change)
  if (expected !== undefined && expected !== amount_due_cents) {
    const details = { amount_due_cents }
    throw fail.with('conflict', 'The amount has changed since the preview', details)
  }
  if (sumOf(change.lines) > 0n) {
    return startUpgrade(tx, before, to, { ...change, offers }, payment_method_id)
  }
  await addDiscounts(tx, before.id, offers, { started_at: at })
  const { newPeriod } = change
  if (newPeriod) await replaceDiscountPeriod(tx, before.id, newPeriod)
  await creditUnusedTime(tx, change.credits, reasonOf(change))
  await changeColumns(tx, before, {
    ...{ plan_id: to.plan_id, quantity: to.quantity },
    ...(before.pending_plan_id && NOT_SCHEDULED),
    ...newPeriod,
  })
  return null
}

/** "Unused time on Pro (11 of 31 days), less Remaining time on Team (11 of 31 days)" */
const reasonOf = ({ lines }: PlanChange) =>
  lines.map(({ description }) => description).join(', less ')

/** Cancels it at the end of the period, or keeps it. */
export async function setCancelling(
  tx: Tx,
  before: LockedSubscription,
  cancel_at_period_end: boolean,
  comment?: string,
): Promise<void> {
  if (cancel_at_period_end === before.cancel_at_period_end) return
  if (!isAllowed('cancel', before.status) || before.current_period_end === null) {
    throw invalidTransition(before.status)
  }
  await changeColumns(tx, before, {
    cancel_at_period_end,
    ...(comment && { cancel_comment: comment }),
  })
}

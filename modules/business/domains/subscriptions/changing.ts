import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { Choice, Flag, Id } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { sumOf } from '../../pricing/price.ts'
import { lockBilling } from '../billing/profile.ts'
import { creditUnusedTime } from '../credit_notes/crediting.ts'
import { lockPlanForUse } from '../plans/plan.ts'
import { advanceSubscription } from './advancing.ts'
import { changeColumns } from './changes.ts'
import { openInvoices } from './ending.ts'
import { withPayment } from './payment_reply.ts'
import { isFreePlan, planTarget } from './plan_target.ts'
import { hasPeriod, previewChange } from './preview.ts'
import { type PlanChange, prorateChange, type Sold } from './proration.ts'
import { type LockedSubscription, lockSubscription, Quantity } from './subscription.ts'
import { hasEnded, invalidTransition, isAllowed } from './transitions.ts'
import { trialColumns } from './trial.ts'
import { startUpgrade } from './upgrading.ts'

export const changeFields = {
  plan_id: Id(
    'A public plan, in the same currency. The current one withdraws a change that is scheduled',
  ),
  quantity: Quantity,
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
}

/**
 * Changes the plan, the quantity, or whether it renews. What an upgrade costs is paid first: 402 `payment_declined` leaves
 * everything as it was. 409 `payment_required` while another payment is due.
 */
export async function changeSubscription(ctx: Ctx, id: string, changes: SubscriptionChange) {
  const payment_id = await ctx.transaction(async (tx) => {
    tx.unaudited('a request may change nothing')
    await lockBilling(tx)
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
  const { plan_id = before.plan_id, quantity = before.quantity } = changes
  const planChanges = plan_id !== before.plan_id
  if (!planChanges && quantity === before.quantity) {
    if (changes.plan_id && before.pending_plan_id) await changeColumns(tx, before, NOT_SCHEDULED)
    return null
  }
  const plan = planChanges ? await lockPlanForUse(tx, plan_id) : undefined
  const to = planChanges ? planTarget(before, plan, quantity) : { ...before, quantity }
  const columns = {
    ...(planChanges && { plan_id }),
    ...(quantity !== before.quantity && { quantity }),
    ...(before.pending_plan_id && NOT_SCHEDULED),
  }
  const trial = plan && (await trialOfPaidPlan(tx, before, plan))
  if (trial) await changeColumns(tx, before, { ...columns, ...trial })
  else if (changes.when === 'period_end') await schedule(tx, before, to)
  else if (before.status === 'trialing') await changeColumns(tx, before, columns)
  else return changePaidPlan(tx, before, to, changes)
  return null
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
async function schedule(tx: Tx, before: LockedSubscription, to: Sold) {
  if (before.status !== 'trialing') await requireSettled(tx, before)
  const columns = { pending_plan_id: to.plan_id, pending_quantity: to.quantity }
  await changeColumns(tx, before, columns, 'subscription.change_scheduled')
}

async function changePaidPlan(
  tx: Tx,
  before: LockedSubscription,
  to: Sold,
  { expected_amount_due_cents: expected, payment_method_id }: SubscriptionChange,
): Promise<string | null> {
  await requireSettled(tx, before)
  if (!hasPeriod(before)) throw invalidTransition(before.status)
  const change = await prorateChange(tx, before, to, tx.now())
  const { amount_due_cents } = await previewChange(tx, to, change)
  if (expected !== undefined && expected !== amount_due_cents) {
    const details = { amount_due_cents }
    throw fail.with('conflict', 'The amount has changed since the preview', details)
  }
  if (sumOf(change.lines) > 0n) return startUpgrade(tx, before, to, change, payment_method_id)
  await creditUnusedTime(tx, change.credits, reasonOf(change))
  await changeColumns(tx, before, {
    ...{ plan_id: to.plan_id, quantity: to.quantity },
    ...(before.pending_plan_id && NOT_SCHEDULED),
    ...change.newPeriod,
  })
  return null
}

/** "Unused time on Pro (11 of 31 days), less Remaining time on Team (11 of 31 days)" */
const reasonOf = ({ lines }: PlanChange) =>
  lines.map(({ description }) => description).join(', less ')

/** Only what is paid can be changed: an unpaid invoice, and what is paused or suspended, come first. */
async function requireSettled(tx: Tx, { id, status }: LockedSubscription): Promise<void> {
  const [invoice_id] = await openInvoices(tx, id)
  if (status === 'active' && !invoice_id) return
  throw fail.with('payment_required', undefined, { status, ...(invoice_id && { invoice_id }) })
}

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

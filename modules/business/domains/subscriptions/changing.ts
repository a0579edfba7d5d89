import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { Changes, Flag, Id, Shape } from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { lockPlanForUse, type Plan } from '../plans/plan.ts'
import { broadcastUpdated, endSubscription } from './ending.ts'
import { periodFrom } from './period.ts'
import { renewSubscription } from './renewal.ts'
import { lockSubscription, Quantity, readSubscription } from './subscription.ts'
import { hasEnded, invalidTransition, isAllowed } from './transitions.ts'
import { trialColumns } from './trial.ts'

export const SubscriptionChanges = Changes(
  'SubscriptionChanges',
  Shape({
    plan_id: Id('A public plan, in the same currency'),
    quantity: Quantity,
    cancel_at_period_end: Flag('Whether to cancel at the end of the current period'),
  }),
)

export const Cancellation = {
  at_period_end: Flag('Cancel at the end of the current period; otherwise at once'),
}

type Locked = Awaited<ReturnType<typeof lockSubscription>>
type Changed = Static<typeof SubscriptionChanges>

/**
 * Changes the plan, the quantity, or whether it renews. A change that needs a payment is 409 `payment_required`: every
 * change except those of a trial, between free plans, and from a free plan to the account's first trial.
 */
export async function changeSubscription(ctx: Ctx, id: string, changes: Changed) {
  await ctx.transaction(async (tx) => {
    await renewSubscription(tx, id)
    const before = await lockSubscription(tx, id)
    if (hasEnded(before.status)) throw invalidTransition(before.status)
    const columns = {
      ...(await newColumns(tx, before, changes)),
      ...stopping(before, changes.cancel_at_period_end),
    }
    const fields = Object.keys(columns) as (keyof typeof columns)[]
    if (fields.length === 0) return
    await tx
      .own('subscriptions')
      .update({ ...columns, updated_at: tx.now() })
      .where('id', '=', id)
      .execute()
    await tx.audit('subscription.updated', id, diffOf(before, columns))
    await broadcastUpdated(tx, { ...before, ...columns }, fields)
  })
  return readSubscription(ctx, id)
}

/** Cancels it, at once or at the end of the current period; 409 if it has already ended. */
export async function cancelSubscription(ctx: Ctx, id: string, atPeriodEnd: boolean) {
  if (atPeriodEnd) return changeSubscription(ctx, id, { cancel_at_period_end: true })
  await ctx.transaction(async (tx) => {
    await renewSubscription(tx, id)
    await endSubscription(tx, await lockSubscription(tx, id), tx.now())
  })
  return readSubscription(ctx, id)
}

/** The columns that a new plan or quantity sets. */
async function newColumns(tx: Tx, before: Locked, { plan_id, quantity }: Changed) {
  const planChanges = plan_id !== undefined && plan_id !== before.plan_id
  const quantityChanges = quantity !== undefined && quantity !== before.quantity
  if (!planChanges && !quantityChanges) return {}
  const plan = planChanges ? await offeredPlan(tx, before, plan_id) : undefined
  const trial = plan && (await trialOfPaidPlan(tx, before, plan))
  if (!trial) requireNoPayment(before, plan?.price_cents ?? before.price_cents)
  return {
    ...(quantityChanges && { quantity }),
    ...(plan && { plan_id: plan.id, ...(trial ?? newPeriod(tx, before, plan)) }),
  }
}

/** A subscriber of a free plan can start a trial of a paid one, if the account never had a trial. */
async function trialOfPaidPlan(tx: Tx, before: Locked, plan: Static<typeof Plan>) {
  const free = before.status === 'active' && before.price_cents === 0
  return free && plan.price_cents > 0 ? trialColumns(tx, plan) : undefined
}

async function offeredPlan(tx: Tx, before: Locked, id: string) {
  const plan = await lockPlanForUse(tx, id)
  if (plan?.status !== 'active' || !plan.is_public) {
    throw fail.invalid({ plan_id: ['is not a public plan'] })
  }
  if (plan.currency !== before.currency) {
    throw fail.invalid({ plan_id: [`must be priced in ${before.currency}, like the current one`] })
  }
  return plan
}

function requireNoPayment({ status, price_cents }: Locked, newPrice: number) {
  if (status === 'trialing') return
  if (status === 'active' && price_cents === 0 && newPrice === 0) return
  throw fail.with(
    'payment_required',
    'Outside a trial, only a free plan can be changed to another free one: this server does not accept payments yet',
    { status },
  )
}

/** A new billing cycle starts at once; a trial keeps its end. */
function newPeriod(tx: Tx, before: Locked, plan: Static<typeof Plan>) {
  if (before.status === 'trialing' || plan.billing_cycle === before.billing_cycle) return {}
  const billing_anchor_day = tx.now().getUTCDate()
  return {
    billing_anchor_day,
    ...periodFrom(tx.now(), plan.billing_cycle, billing_anchor_day),
  }
}

function stopping(before: Locked, stop: boolean | undefined) {
  if (stop === undefined || stop === before.cancel_at_period_end) return {}
  if (!isAllowed('cancel', before.status) || before.current_period_end === null) {
    throw invalidTransition(before.status)
  }
  return { cancel_at_period_end: stop }
}

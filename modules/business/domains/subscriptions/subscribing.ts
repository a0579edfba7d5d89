import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { isDuplicate } from '@powernode/server/platform/db/database.ts'
import { Id, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { boundCurrency, requireCurrency } from '../billing/currency.ts'
import { lockBilling } from '../billing/profile.ts'
import { DiscountCode } from '../coupons/offer.ts'
import { lockInvoice } from '../invoices/announcing.ts'
import { billPeriod } from '../invoices/generating.ts'
import { awaitPayment } from '../payments/outcome.ts'
import { type FoundPlan, findDefaultPlan, lockPlanForUse } from '../plans/plan.ts'
import { addDiscounts } from '../subscription_discounts/keeping.ts'
import { offersFor } from '../subscription_discounts/offers.ts'
import { advanceSubscription } from './advancing.ts'
import { broadcastSubscription } from './changes.ts'
import { tryCollecting } from './collection.ts'
import { periodFrom } from './period.ts'
import { requireOffered } from './plan_target.ts'
import { lockSubscription, Quantity, readSubscription } from './subscription.ts'
import { trialColumns } from './trial.ts'

export const NewSubscription = Shape('NewSubscription', {
  plan_id: Id('A public plan'),
  quantity: Type.Optional(Quantity),
  discount_code: Type.Optional({
    ...DiscountCode,
    description: 'The code of a coupon, or of the promotion of the plan',
  }),
  trial_end: Type.Optional(Time('End of the trial, if earlier than that of the plan')),
  payment_method_id: Type.Optional(Id('The payment method to charge; the default one if omitted')),
})

type SubscriptionOptions = { quantity?: number; trial_end?: Date; discount_code?: string }

/**
 * Subscribes the account, which has one live subscription at a time. It starts with the plan's trial if the account
 * never had one; a free plan is active at once; any other is `incomplete` until its first invoice is paid. A declined
 * payment, or one that the person must authenticate, is in the reply: it can be paid within a day.
 */
export async function createSubscription(
  ctx: Ctx,
  { plan_id, payment_method_id, ...options }: Static<typeof NewSubscription>,
) {
  const { id, payment_id } = await ctx
    .transaction(async (tx) => {
      const plan = requireOffered(await lockPlanForUse(tx, plan_id))
      await lockBilling(tx)
      await writeDueEnd(tx)
      requireCurrency(await boundCurrency(tx), plan.currency, 'plan_id')
      const id = await insertSubscription(tx, plan, options)
      return { id, payment_id: await askForFirstPayment(tx, id, payment_method_id) }
    })
    .catch((error) => {
      if (isDuplicate(error, 'subscriptions_live')) {
        throw fail.with('conflict', 'This account has a subscription: change or cancel it instead')
      }
      throw error
    })
  const payment = payment_id ? await awaitPayment(ctx, payment_id) : null
  return { ...(await readSubscription(ctx, id)), payment }
}

/** Issues the first invoice of a subscription that waits for it, and asks for its payment. */
async function askForFirstPayment(tx: Tx, id: string, payment_method_id: string | undefined) {
  const subscription = await lockSubscription(tx, id)
  if (subscription.status !== 'incomplete') return undefined
  const { id: invoiceId } = await billPeriod(tx, subscription, 'subscription')
  const { status } = await lockInvoice(tx, invoiceId)
  if (status !== 'open') return undefined
  const options = { on_session: true, payment_method_id }
  const { payment_id } = await tryCollecting(tx, invoiceId, options)
  return payment_id
}

/** A subscription that has ended by now does not count, even if the sweep has not written it yet. */
async function writeDueEnd(tx: Tx): Promise<void> {
  const live = await tx
    .own('subscriptions')
    .select()
    .select('id')
    .where('status', 'not in', ['cancelled', 'incomplete_expired'])
    .executeTakeFirst()
  if (live) await advanceSubscription(tx, live.id, { bills: false })
}

/** Subscribes a new account to the plan of new accounts, if any. */
export async function subscribeNewAccount(tx: Tx): Promise<void> {
  const plan = await findDefaultPlan(tx)
  if (plan) await insertSubscription(tx, plan, {})
}

async function insertSubscription(
  tx: Tx,
  plan: FoundPlan,
  { quantity = 1, trial_end, discount_code }: SubscriptionOptions,
) {
  const offers = await offersFor(tx, plan, discount_code)
  const id = randomUUIDv7()
  const created_at = tx.now()
  const start = await firstPeriod(tx, plan, created_at, trial_end)
  await tx
    .own('subscriptions')
    .insert({
      ...{ id, plan_id: plan.id, quantity, ...start },
      ...{ created_at, updated_at: created_at },
    })
    .execute()
  await addDiscounts(tx, id, offers, { started_at: created_at })
  await tx.audit('subscription.created', id, {
    new: { plan: plan.name, quantity, status: start.status },
  })
  const subscription = { id, plan_id: plan.id, status: start.status }
  await tx.emit('subscription.created', subscription)
  await broadcastSubscription(tx, 'subscription_created', subscription)
  return id
}

async function firstPeriod(tx: Tx, plan: FoundPlan, now: Date, requestedEnd: Date | undefined) {
  const trial = await trialColumns(tx, plan, requestedEnd)
  if (trial) return trial
  if (plan.price_cents > 0) return { status: 'incomplete' as const }
  const billing_anchor_day = now.getUTCDate()
  const period = periodFrom(now, plan.billing_cycle, billing_anchor_day)
  return { status: 'active' as const, billing_anchor_day, ...period }
}

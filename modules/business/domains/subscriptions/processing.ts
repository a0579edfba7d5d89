import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Flag, Id, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import type { Static } from 'typebox'
import { lockBilling } from '../billing/profile.ts'
import { awaitPayment, requireNotFailed } from '../payments/outcome.ts'
import { advanceSubscription } from './advancing.ts'
import {
  accountOfSubscription,
  lockSubscription,
  readSubscription,
  Subscription,
} from './subscription.ts'
import { invalidTransition } from './transitions.ts'

export const Renewal = Shape('Renewal', { subscription_id: Id('The subscription') })

const { status, current_period_start, current_period_end, next_billing_at } =
  Subscription.properties

export const RenewalResult = Shape('RenewalResult', {
  subscription_id: Id('The subscription'),
  status,
  renewed: Flag('Whether the next period started with this request'),
  already_processed: Flag('Whether nothing was due; then nothing was changed'),
  invoice_id: Nullable(Id('The invoice of the period; null if it is free')),
  payment_id: Nullable(Id('The payment that this request started')),
  ...{ current_period_start, current_period_end, next_billing_at },
})

/**
 * Renews a subscription whose period ends within a day, and waits for the payment. 409 unless it is active, past due or
 * at the end of its trial; 404 `payment_method_required`, 402 `payment_declined`.
 */
export async function processRenewal(
  platformCtx: PlatformCtx,
  { subscription_id: id }: Static<typeof Renewal>,
): Promise<Static<typeof RenewalResult>> {
  const ctx = platformCtx.inAccount(await accountOfSubscription(platformCtx, id))
  const { isDue, before, billed, last } = await ctx.transaction(async (tx) => {
    tx.unaudited('nothing may be due')
    await lockBilling(tx)
    const before = await lockSubscription(tx, id)
    if (!RENEWABLE.includes(before.status)) throw invalidTransition(before.status)
    const end = before.current_period_end?.getTime() ?? Number.POSITIVE_INFINITY
    const isDue = end <= tx.now().getTime() + DAY_MS
    const advanced = isDue
      ? await advanceSubscription(tx, id, { ahead: DAY_MS, again: true })
      : undefined
    const last = await tx
      .own('invoices')
      .select()
      .select('id')
      .where('subscription_id', '=', id)
      .where('invoice_type', 'in', ['renewal', 'trial_conversion'])
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return { isDue, before, billed: advanced?.billed, last }
  })
  if (billed?.outcome === 'refused') throw fail.with('payment_method_required')
  if (billed?.payment_id) requireNotFailed(await awaitPayment(ctx, billed.payment_id))
  const after = await readSubscription(ctx, id)
  const started = after.current_period_start?.getTime()
  return {
    ...{ subscription_id: id, status: after.status },
    renewed: started === before.current_period_end?.getTime() && started !== undefined,
    already_processed: !isDue,
    invoice_id: billed?.invoice_id ?? last?.id ?? null,
    payment_id: billed?.payment_id ?? null,
    current_period_start: after.current_period_start,
    current_period_end: after.current_period_end,
    next_billing_at: after.next_billing_at,
  }
}

const RENEWABLE = ['active', 'past_due', 'trialing']

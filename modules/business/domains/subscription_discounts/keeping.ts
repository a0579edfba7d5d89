import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { countRedemption, returnRedemptions } from '../coupons/redeeming.ts'
import type { OfferedDiscount } from './offers.ts'

/**
 * Gives a subscription discounts from a moment on, or once the invoice of an upgrade is paid. Redemptions are counted: 422 on
 * `discount_code` if a coupon was used up meanwhile. The caller holds the billing lock.
 */
export async function addDiscounts(
  tx: Tx,
  subscription_id: string,
  offers: OfferedDiscount[],
  from: { started_at: Date } | { invoice_id: string },
): Promise<string[]> {
  const ids = []
  for (const offer of offers) {
    const id = randomUUIDv7()
    if (offer.coupon_id) await countRedemption(tx, offer.coupon_id)
    await tx
      .own('subscription_discounts')
      .insert({
        ...offer,
        ...from,
        ...{ id, subscription_id, periods_left: offer.periods },
        status: 'started_at' in from ? 'active' : 'waiting',
        ...{ created_at: tx.now(), updated_at: tx.now() },
      })
      .execute()
    const { source, code, basis_points, amount_cents, periods, reason } = offer
    await tx.audit('subscription_discount.created', id, {
      new: { subscription_id, source, code, basis_points, amount_cents, periods, reason },
    })
    ids.push(id)
  }
  return ids
}

/**
 * The current period ends at another time: discounts that count from the next period on wait for that. Otherwise they would begin
 * in the middle of a period that was paid without them.
 */
export async function waitForNextPeriod(
  tx: Tx,
  subscription_id: string,
  started_at: Date,
): Promise<void> {
  await tx
    .own('subscription_discounts')
    .update({ started_at, updated_at: tx.now() })
    .where('subscription_id', '=', subscription_id)
    .where('status', '=', 'active')
    .where('started_at', '>', tx.now())
    .execute()
}

/** Starts the discounts that came with a paid upgrade. */
export async function startDiscounts(tx: Tx, invoice_id: string, started_at: Date): Promise<void> {
  await tx
    .own('subscription_discounts')
    .update({ status: 'active', started_at, updated_at: tx.now() })
    .where('invoice_id', '=', invoice_id)
    .where('status', '=', 'waiting')
    .execute()
}

/**
 * Gives back discounts that never took effect: those of an upgrade that was not paid, or all of a subscription whose first
 * period was not. Their coupons can be redeemed again.
 */
export async function releaseDiscounts(
  tx: Tx,
  { id, status }: { id: string; status: string },
): Promise<void> {
  const released = await tx
    .own('subscription_discounts')
    .update({ status: 'released', ended_at: tx.now(), updated_at: tx.now() })
    .where('subscription_id', '=', id)
    .where('status', 'in', status === 'incomplete' ? ['waiting', 'active'] : ['waiting'])
    .returning('coupon_id')
    .execute()
  await returnRedemptions(
    tx,
    released.flatMap(({ coupon_id }) => (coupon_id ? [coupon_id] : [])),
  )
}

/** Another billing cycle begins a period before the current one ends. */
export async function replaceDiscountPeriod(
  tx: Tx,
  subscription_id: string,
  period: { current_period_start: Date; current_period_end: Date },
): Promise<void> {
  await countDiscountPeriod(tx, subscription_id, period.current_period_start)
  await waitForNextPeriod(tx, subscription_id, period.current_period_end)
}

/** A renewal or another billing cycle starts a period: discounts that began before it have one less left, and end with none. */
export async function countDiscountPeriod(
  tx: Tx,
  subscription_id: string,
  period_start: Date,
): Promise<void> {
  await tx
    .own('subscription_discounts')
    .update({ updated_at: tx.now() })
    .set((eb) => ({ periods_left: eb('periods_left', '-', 1) }))
    .where('subscription_id', '=', subscription_id)
    .where('status', '=', 'active')
    .where('periods_left', '>', 0)
    .where('started_at', '<', period_start)
    .execute()
  await tx
    .own('subscription_discounts')
    .update({ status: 'ended', ended_at: period_start, updated_at: tx.now() })
    .where('subscription_id', '=', subscription_id)
    .where('status', '=', 'active')
    .where('periods_left', '=', 0)
    .execute()
}

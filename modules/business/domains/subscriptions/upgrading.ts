import type { Tx } from '@powernode/server/platform/db/context.ts'
import { lockBillingIn } from '../billing/currency.ts'
import { type LockedInvoice, lockInvoice } from '../invoices/announcing.ts'
import { insertDraft } from '../invoices/drafting.ts'
import { issue } from '../invoices/issuing.ts'
import { collect } from '../payments/collecting.ts'
import { findPlan } from '../plans/plan.ts'
import {
  addDiscounts,
  releaseDiscounts,
  replaceDiscountPeriod,
  startDiscounts,
} from '../subscription_discounts/keeping.ts'
import type { OfferedDiscount } from '../subscription_discounts/offers.ts'
import { changeColumns, setColumns } from './changes.ts'
import { NO_UPGRADE, withdrawInvoice } from './ending.ts'
import { periodFrom } from './period.ts'
import type { PlanChange, Sold } from './proration.ts'
import { type LockedSubscription, lockSubscription } from './subscription.ts'

/**
 * Issues the invoice of an upgrade and asks for the payment. The plan changes in the transaction that settles the invoice, at
 * once if credit of the account pays it. Returns the payment, if one is needed; 404 `payment_method_required`.
 */
export async function startUpgrade(
  tx: Tx,
  { id: subscription_id }: LockedSubscription,
  to: Sold,
  { lines, period, offers }: PlanChange & { offers: OfferedDiscount[] },
  payment_method_id: string | undefined,
): Promise<string | null> {
  const { currency, tax_inclusive, plan_id, quantity } = to
  const profile = await lockBillingIn(tx, currency)
  const invoiceId = await insertDraft(tx, profile, {
    ...{ subscription_id, invoice_type: 'proration', currency, tax_inclusive, lines },
    ...period,
  })
  await addDiscounts(tx, subscription_id, offers, { invoice_id: invoiceId })
  await setColumns(tx, subscription_id, {
    ...{ upgrade_invoice_id: invoiceId, upgrade_plan_id: plan_id, upgrade_quantity: quantity },
  })
  await issue(tx, profile, invoiceId)
  const { status } = await lockInvoice(tx, invoiceId)
  if (status === 'paid') return null
  const { payment_id } = await collect(tx, invoiceId, { on_session: true, payment_method_id })
  return payment_id
}

/** Changes the plan, because the invoice of the upgrade is paid. Another billing cycle starts the period of the invoice. */
export async function applyUpgrade(
  tx: Tx,
  subscription: LockedSubscription,
  { period_start }: Pick<LockedInvoice, 'period_start'>,
): Promise<void> {
  const { upgrade_plan_id, upgrade_quantity, upgrade_invoice_id } = subscription
  const plan = upgrade_plan_id && (await findPlan(tx, upgrade_plan_id))
  if (!plan || !upgrade_quantity) return
  const { billing_cycle } = plan
  const billing_anchor_day = period_start?.getUTCDate()
  const newPeriod = period_start &&
    billing_anchor_day &&
    billing_cycle !== subscription.billing_cycle && {
      ...periodFrom(period_start, billing_cycle, billing_anchor_day),
      billing_anchor_day,
    }
  await setColumns(tx, subscription.id, NO_UPGRADE)
  if (newPeriod) await replaceDiscountPeriod(tx, subscription.id, newPeriod)
  if (upgrade_invoice_id) await startDiscounts(tx, upgrade_invoice_id, period_start ?? tx.now())
  await changeColumns(tx, subscription, {
    ...{ plan_id: plan.id, quantity: upgrade_quantity },
    ...newPeriod,
    ...(subscription.pending_plan_id && { pending_plan_id: null, pending_quantity: null }),
  })
}

/**
 * Gives up an upgrade that was not paid: its invoice is void, and the plan stays. Not while money may be moving. Returns
 * whether it did.
 */
export async function withdrawUpgrade(tx: Tx, subscription: LockedSubscription): Promise<boolean> {
  const { id, upgrade_invoice_id } = subscription
  if (!upgrade_invoice_id || !(await withdrawInvoice(tx, upgrade_invoice_id))) return false
  await setColumns(tx, id, NO_UPGRADE)
  await releaseDiscounts(tx, subscription)
  return true
}

/** Gives up the upgrade whose payment failed. */
export async function withdrawFailedUpgrade(
  tx: Tx,
  { invoice_id }: { invoice_id: string | null },
): Promise<void> {
  if (!invoice_id) return
  const upgrading = await tx
    .own('subscriptions')
    .select()
    .select('id')
    .where('upgrade_invoice_id', '=', invoice_id)
    .executeTakeFirst()
  if (upgrading) await withdrawUpgrade(tx, await lockSubscription(tx, upgrading.id))
}

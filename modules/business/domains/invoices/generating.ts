import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { CreateResult } from '@powernode/server/platform/http/resource.ts'
import { Choice, Flag, Id, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { priceLines } from '../../pricing/price.ts'
import { lockBillingIn } from '../billing/currency.ts'
import { lockBilling } from '../billing/profile.ts'
import { periodFrom } from '../subscriptions/period.ts'
import {
  accountOfSubscription,
  type LockedSubscription,
  lockSubscription,
} from '../subscriptions/subscription.ts'
import { type Priced, termsOf } from '../subscriptions/terms.ts'
import { hasEnded } from '../subscriptions/transitions.ts'
import { insertDraft } from './drafting.ts'
import { InvoiceDetail, readInvoice } from './invoice.ts'
import { issue } from './issuing.ts'
import type { DraftLine } from './line.ts'

const types = ['subscription', 'renewal', 'trial_conversion'] as const

export const InvoiceGeneration = Shape('InvoiceGeneration', {
  subscription_id: Id('The subscription'),
  invoice_type: Type.Optional(
    Choice(
      types,
      'A subscription invoice is for the current period, the others for the next. Default `subscription`',
    ),
  ),
})

export const GeneratedInvoice = Shape('GeneratedInvoice', {
  ...InvoiceDetail.properties,
  already_exists: Flag('Whether the period was billed before; nothing was changed then'),
})

type Kind = (typeof types)[number]

/** Issues the invoice of a period of a subscription, once. */
export async function generateInvoice(
  ctx: PlatformCtx,
  { subscription_id, invoice_type = 'subscription' }: Static<typeof InvoiceGeneration>,
): Promise<CreateResult<Static<typeof GeneratedInvoice>>> {
  const accountCtx = ctx.inAccount(await accountOfSubscription(ctx, subscription_id))
  const { id, created } = await accountCtx.transaction(async (tx) => {
    await lockBilling(tx)
    return billPeriod(tx, await lockSubscription(tx, subscription_id), invoice_type)
  })
  const invoice = await readInvoice(accountCtx, id)
  return { created, data: { ...invoice, already_exists: !created } }
}

/**
 * Finds or issues the invoice of a period of a locked subscription. The caller holds the billing lock.
 */
export async function billPeriod(tx: Tx, subscription: LockedSubscription, invoice_type: Kind) {
  const { id: subscription_id, currency, tax_inclusive } = subscription
  const period = periodOf(subscription, invoice_type)
  const existing = await findInvoice(tx, subscription_id, invoice_type, period.period_start)
  if (existing) return { id: existing.id, created: false }
  if (hasEnded(subscription.status)) {
    throw fail.with('invalid_transition', 'This subscription has ended')
  }
  const profile = await lockBillingIn(tx, currency)
  const id = await insertDraft(tx, profile, {
    ...{ subscription_id, invoice_type, ...period, currency, tax_inclusive },
    lines: linesOfPeriod(subscription, period),
  })
  await issue(tx, profile, id)
  return { id, created: true }
}

interface InvoicePeriod {
  period_start: Date
  period_end: Date
}

/** The lines of a whole period: those of the invoice and of its preview. */
export function linesOfPeriod(subscription: Priced, period: InvoicePeriod): DraftLine[] {
  const { plan_id } = subscription
  return priceLines(termsOf(subscription, period.period_start)).map((line) => ({
    ...line,
    ...period,
    plan_id,
    taxable: true,
  }))
}

type Timed = Pick<
  LockedSubscription,
  | 'current_period_start'
  | 'current_period_end'
  | 'created_at'
  | 'billing_cycle'
  | 'billing_anchor_day'
>

/** The period that an invoice of this type is for. Before the first period, it is the one from the subscription on. */
export function periodOf(subscription: Timed, type: Kind): InvoicePeriod {
  const { current_period_start, current_period_end, created_at, billing_cycle } = subscription
  if (type === 'subscription' && current_period_start && current_period_end) {
    return { period_start: current_period_start, period_end: current_period_end }
  }
  if (type !== 'subscription' && !current_period_end) {
    throw fail.with('invalid_transition', 'This subscription has no period yet')
  }
  const start = current_period_end ?? created_at
  const anchor = subscription.billing_anchor_day ?? start.getUTCDate()
  const next = periodFrom(start, billing_cycle, anchor)
  return { period_start: next.current_period_start, period_end: next.current_period_end }
}

function findInvoice(tx: Tx, subscription_id: string, type: Kind, period_start: Date) {
  return tx
    .own('invoices')
    .select()
    .select('id')
    .where('subscription_id', '=', subscription_id)
    .where('invoice_type', '=', type)
    .where('period_start', '=', period_start)
    .where('status', '!=', 'void')
    .executeTakeFirst()
}

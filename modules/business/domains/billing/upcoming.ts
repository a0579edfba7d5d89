import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { ListOf, Nullable, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { linesOfPeriod, periodOf } from '../invoices/generating.ts'
import { Invoice, recentInvoices } from '../invoices/invoice.ts'
import { InvoicePreview, previewInvoice } from '../invoices/preview.ts'
import { readLastSubscription, readTerms, Subscription } from '../subscriptions/subscription.ts'

const RECENT_INVOICES = 12

const UpcomingInvoice = Shape('UpcomingInvoice', {
  ...InvoicePreview.properties,
  bills_at: Time('When it will be issued'),
})

export const SubscriptionBilling = Shape('SubscriptionBilling', {
  subscription: Nullable(Subscription),
  upcoming_invoice: Nullable(UpcomingInvoice),
  recent_invoices: ListOf(Invoice, { description: 'The newest twelve invoices of the account' }),
})

/** The current or last subscription of the account, null if it never had one, and its next invoice. */
export async function readSubscriptionBilling(
  ctx: Ctx,
): Promise<Static<typeof SubscriptionBilling>> {
  const subscription = await readLastSubscription(ctx)
  const upcoming_invoice = subscription?.next_billing_at
    ? await previewNext(ctx, subscription.id, subscription.next_billing_at)
    : null
  return {
    subscription,
    upcoming_invoice,
    recent_invoices: await recentInvoices(ctx, RECENT_INVOICES),
  }
}

/** What generating the next invoice would give now. */
async function previewNext(ctx: Ctx, id: string, bills_at: Date) {
  const subscription = await readTerms(ctx, id)
  const lines = linesOfPeriod(subscription, periodOf(subscription, 'renewal'))
  return { ...(await previewInvoice(ctx, { ...subscription, lines })), bills_at }
}

import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import { lockInvoice } from '../invoices/announcing.ts'
import { amountInWords } from '../subscriptions/notifications.ts'
import { mailOwners } from '../subscriptions/owner_mails.ts'
import type { LockedSubscription } from '../subscriptions/subscription.ts'

type StopReason = DB['dunnings']['stopped_because']

interface Failure {
  invoice_id: string
  failure_reason: string
  stopped_because: StopReason
}

/** What must be done, in words. */
const nextSteps: Record<NonNullable<StopReason>, string> = {
  hard: 'This payment method will not work again: add another one.',
  authentication: 'Your bank asks you to confirm the payment: open the invoice and pay it.',
  no_payment_method: 'Add a payment method.',
}

export const payPath = (invoiceId: string): string => `/invoices/${invoiceId}`

export async function mailPaymentFailed(
  tx: Tx,
  subscription: LockedSubscription,
  failure: Failure,
): Promise<void> {
  await mailOwners(
    tx,
    'payment_failed',
    await variablesOf(tx, subscription, failure),
    payPath(failure.invoice_id),
  )
}

/** Reminds of a payment that failed again; `suspendsAt` is when the plan is suspended, if that is next. */
export async function mailReminder(
  tx: Tx,
  subscription: LockedSubscription,
  { suspendsAt, ...failure }: Failure & { suspendsAt: Date | null },
): Promise<void> {
  const variables = await variablesOf(tx, subscription, failure)
  const path = payPath(failure.invoice_id)
  if (suspendsAt) {
    const day = dayOf(suspendsAt)
    await mailOwners(tx, 'payment_last_warning', { ...variables, day }, path)
  } else await mailOwners(tx, 'payment_reminder', variables, path)
}

export async function mailRecovered(
  tx: Tx,
  subscription: LockedSubscription,
  invoiceId: string,
): Promise<void> {
  const { invoice_number } = await lockInvoice(tx, invoiceId)
  const variables = { plan: subscription.plan_name, invoice: invoice_number }
  await mailOwners(tx, 'payment_recovered', variables, payPath(invoiceId))
}

async function variablesOf(
  tx: Tx,
  { plan_name }: LockedSubscription,
  { invoice_id, failure_reason, stopped_because }: Failure,
) {
  const { invoice_number, amount_due_cents, currency } = await lockInvoice(tx, invoice_id)
  return {
    plan: plan_name,
    invoice: invoice_number,
    amount: amountInWords(amount_due_cents, currency),
    reason: failure_reason,
    ...(stopped_because && { next: nextSteps[stopped_because] }),
  }
}

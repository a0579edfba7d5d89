import type { EventData } from '@powernode/contract/events.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS, HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { lockInvoice } from '../invoices/announcing.ts'
import { alertFailingGateway } from '../subscriptions/renewal_alerts.ts'
import { postponeRenewal } from '../subscriptions/renewing.ts'
import { lockSubscription } from '../subscriptions/subscription.ts'
import { hasEnded } from '../subscriptions/transitions.ts'
import { type LockedDunning, lockOpenDunning, writeDunning } from './dunning.ts'
import { dunningDays } from './settings.ts'
import { graceAfter, startDunning } from './starting.ts'
import { finishStep } from './steps.ts'

/** How long a gateway that does not answer costs no attempt. */
const GATEWAY_FAILING_DAYS = 3

type Failed = EventData<'payment.failed'>

/** A payment failed: that of the next period starts a dunning, or ends a step of it. In the transaction that settles. */
export async function recordFailure(tx: Tx, failed: Failed): Promise<void> {
  if (!failed.invoice_id) return
  const { subscription_id, invoice_type, status } = await lockInvoice(tx, failed.invoice_id)
  const renews = invoice_type === 'renewal' || invoice_type === 'trial_conversion'
  if (!subscription_id || !renews || status !== 'open') return
  const subscription = await lockSubscription(tx, subscription_id)
  if (hasEnded(subscription.status)) return
  const dunning = await lockOpenDunning(tx, failed.invoice_id)
  if (dunning) return recordRepeated(tx, dunning, failed)
  if (failed.decline_kind === 'technical' && (await postponeRenewal(tx, subscription))) {
    return alertFailingGateway(tx, await lockSubscription(tx, subscription_id))
  }
  await startDunning(tx, subscription, { invoice_id: failed.invoice_id, ...whyFailed(failed) })
}

/** Only a payment of the timetable uses up a step. A person who tries to pay, or a new payment method, does not. */
async function recordRepeated(tx: Tx, dunning: LockedDunning, failed: Failed): Promise<void> {
  const isStep = failed.id === dunning.payment_id
  const { failure_reason, decline_kind, on_session } = failed
  if (decline_kind === 'technical' && !isStep) return
  if (decline_kind === 'technical' && isRecent(tx, dunning)) {
    return writeDunning(tx, dunning.id, { next_step_at: new Date(tx.now().getTime() + HOUR_MS) })
  }
  // A person may try any payment method: this says nothing about the default one.
  if (!isStep && on_session) return writeDunning(tx, dunning.id, { failure_reason })
  const why = whyFailed(failed)
  const columns = {
    ...why,
    grace_until: graceAfter(tx, why.stopped_because) ?? dunning.grace_until,
  }
  await writeDunning(tx, dunning.id, columns)
  if (isStep) await finishStep(tx, { ...dunning, ...columns })
}

/** Whether the current step has been due for less than three days. */
function isRecent(tx: Tx, { first_failed_at, step }: LockedDunning): boolean {
  const day = dunningDays(tx)[step] ?? 0
  const due = first_failed_at.getTime() + day * DAY_MS
  return tx.now().getTime() - due < GATEWAY_FAILING_DAYS * DAY_MS
}

function whyFailed({ decline_kind, failure_reason }: Failed) {
  const stops = decline_kind === 'hard' || decline_kind === 'authentication'
  return { failure_reason, stopped_because: stops ? decline_kind : null }
}

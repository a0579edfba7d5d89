import { formatDate } from '~/ui/times'
import type { Subscription } from './queries'

/** As early as the first reminder that owners get. */
const SOON_MS = 7 * 86_400_000

type Period = Pick<
  Subscription,
  'status' | 'current_period_end' | 'cancel_at_period_end' | 'waits_for'
>

/** What happens to the subscription next, and when. */
export function nextStep(subscription: Period) {
  const { status, current_period_end: end, cancel_at_period_end, waits_for } = subscription
  if (waits_for === 'dispute') {
    return 'Nothing can be added until the dispute with the bank is decided.'
  }
  if (status === 'past_due') return 'The billing period has ended, and a payment is due.'
  if (status === 'unpaid') return 'A payment is due.'
  if (status === 'suspended') return 'Nothing can be added until the payment is made.'
  if (status === 'paused') return 'Paused: nothing is billed, and nothing can be added.'
  if (!end) return 'Not started yet.'
  if (cancel_at_period_end) return `Ends on ${formatDate(end)}.`
  return status === 'trialing'
    ? `The trial ends on ${formatDate(end)}.`
    : `Renews on ${formatDate(end)}.`
}

/** Whether a payment is due within a week, because the trial of a paid plan ends. */
export function isPaymentNear(
  {
    status,
    current_period_end: end,
    cancel_at_period_end,
    plan,
  }: Omit<Period, 'waits_for'> & {
    plan: Pick<Subscription['plan'], 'price_cents'>
  },
  now = Date.now(),
): boolean {
  if (status !== 'trialing' || !end || cancel_at_period_end || plan.price_cents === 0) return false
  return Date.parse(end) - now <= SOON_MS
}

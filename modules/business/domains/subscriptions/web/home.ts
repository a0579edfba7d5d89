import { defineHome, type Notice } from '~/home'
import { queryClient } from '~/session'
import { formatNoun } from '~/ui/format'
import { type Subscription, subscriptionQuery } from './queries'

const DAY_MS = 24 * 3600_000
const TRIAL_ENDS_WITHIN_DAYS = 14

export default defineHome({
  attention: [
    {
      order: 45,
      needs: 'subscriptions.read',
      key: ['subscriptions', 'notice'],
      check: async () => {
        const subscription = await queryClient.fetchQuery({ ...subscriptionQuery, staleTime: 5000 })
        return subscription && subscriptionNotice(subscription, Date.now())
      },
    },
  ],
})

/** What is due for a subscription: a payment, or a decision before the trial ends. */
export function subscriptionNotice(
  {
    status,
    plan,
    trial_end,
    waits_for,
  }: Pick<Subscription, 'status' | 'trial_end' | 'waits_for'> & {
    plan: { name: string }
  },
  now: number,
): Notice | null {
  const place = { link: 'Open plan', to: '/settings/account' }
  if (status === 'trialing' && trial_end) {
    const days = Math.ceil((Date.parse(trial_end) - now) / DAY_MS)
    if (days > TRIAL_ENDS_WITHIN_DAYS) return null
    const when = days <= 1 ? 'within a day' : `in ${formatNoun(days, 'day')}`
    return { ...place, urgency: 'medium', text: `The trial of ${plan.name} ends ${when}.` }
  }
  const waits = waits_for === 'payment_method' ? 'a payment method' : 'a payment'
  const problems: Partial<Record<Subscription['status'], string>> = {
    past_due: `The payment for ${plan.name} is overdue.`,
    unpaid: `The subscription to ${plan.name} is unpaid.`,
    suspended: `The subscription to ${plan.name} is suspended.`,
    incomplete: `The subscription to ${plan.name} waits for ${waits}.`,
  }
  const text = problems[status]
  return text ? { ...place, urgency: 'high', text } : null
}

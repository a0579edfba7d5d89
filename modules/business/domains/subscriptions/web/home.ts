import { api, SMALLEST_PAGE } from '~/api'
import { defineHome, type Notice, rowsNotice } from '~/home'
import { queryClient } from '~/session'
import { formatNoun } from '~/ui/format'
import { type Subscription, subscriptionQuery } from './queries'

const DAY_MS = 24 * 3600_000
const TRIAL_ENDS_WITHIN_DAYS = 14

export default defineHome({
  module: 'business',
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
    {
      order: 105,
      needs: 'admin.subscriptions.read',
      key: ['subscriptions', 'past_due'],
      check: (signal) => {
        const query = { ...SMALLEST_PAGE, status: 'past_due' } as const
        return rowsNotice(api.GET('/api/v1/admin/subscriptions', { params: { query }, signal }), {
          urgency: 'medium',
          one: 'subscription is past due',
          many: 'subscriptions are past due',
          link: 'Open subscriptions',
          to: '/subscriptions',
          search: { status: 'past_due' },
        })
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

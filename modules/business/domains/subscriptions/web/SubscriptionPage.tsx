import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useParam } from '~/params'
import { formatPrice } from '~/plans'
import { useCan } from '~/session'
import { AccountLink } from '~/ui/AccountLink'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { LoadErrorPage } from '~/ui/LoadError'
import { PageSections } from '~/ui/PageSections'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { useActivityTab } from '~/ui/useActivityTab'
import { type AccountSubscription, anySubscriptionQuery } from './queries'
import { changeInWords, discountInWords, endedBecause, waitsFor } from './words'

/** One subscription of any account, with its history. */
export function SubscriptionPage() {
  const id = useParam('id')
  const { data: subscription, error, refetch } = useQuery(anySubscriptionQuery(id))
  if (error && !subscription) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!subscription) return <DetailSkeleton blocks={[320]} />
  return <Page subscription={subscription} />
}

function Page({ subscription }: { subscription: AccountSubscription }) {
  const { id, account, status } = subscription
  const mayReadDiscounts = useCan('admin.subscription_discounts.read')
  const activity = useActivityTab({ resource: { type: 'subscription', id }, accountId: account.id })
  return (
    <DetailPage
      parent={{ label: 'Subscriptions', to: '/subscriptions' }}
      name={account.name}
      id={id}
      status={<StatusPill state={status} />}
      facts={facts(subscription)}
      tabs={[
        mayReadDiscounts && {
          name: 'discounts',
          label: 'Discounts',
          content: <PageSections />,
        },
        activity,
      ]}
    />
  )
}

function facts(subscription: AccountSubscription): Fact[] {
  const { account, plan, quantity, discounts, pending_change, waits_for, created_at } = subscription
  const { current_period_start, current_period_end, cancel_at_period_end } = subscription
  const { past_due_since, paused_at, pause_reason, suspended_at, ended_at } = subscription
  return [
    ['Account', <AccountLink key="a" account={account} />],
    [
      'Plan',
      <Anchor
        key="p"
        inherit
        renderRoot={(props) => <Link to="/plans/$id" params={{ id: plan.id }} {...props} />}
      >
        {plan.name}
      </Anchor>,
    ],
    ['Price', formatPrice(plan, quantity)],
    ['Quantity', String(quantity)],
    ...discounts.map((one): Fact => ['Discount', discountInWords(one, plan.currency)]),
    ...(pending_change ? [['Change', changeInWords(pending_change)] satisfies Fact] : []),
    ...(waits_for ? [['Waiting for', waitsFor(waits_for)] satisfies Fact] : []),
    ['Period began', <RelativeTime key="s" at={current_period_start} never="–" />],
    [
      cancel_at_period_end ? 'Ends' : 'Period ends',
      <RelativeTime key="e" at={current_period_end} never="–" />,
    ],
    ...times({ 'Past due': past_due_since, Paused: paused_at, Suspended: suspended_at }),
    ...(pause_reason ? [['Reason', pause_reason] satisfies Fact] : []),
    ...times({ Ended: ended_at }),
    ...(ended_at ? [['Why it ended', endedBecause(subscription)] satisfies Fact] : []),
    ['Since', <RelativeTime key="c" at={created_at} />],
  ]
}

/** The times that there are. */
const times = (given: Record<string, string | null>): Fact[] =>
  Object.entries(given).flatMap(([label, at]) =>
    at ? [[label, <RelativeTime key={label} at={at} />] satisfies Fact] : [],
  )

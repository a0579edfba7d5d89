import { Anchor, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useParam } from '~/params'
import { formatPrice } from '~/plans'
import { FactList } from '~/ui/FactList'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { lastSubscriptionQuery, type Subscription } from './queries'
import { waitsFor } from './words'

/** The plan of the account whose page is shown, for administrators. */
export function AccountPlan() {
  const id = useParam('id')
  const { data: subscription, error, refetch } = useQuery(lastSubscriptionQuery(id))
  return (
    <SettingsSection
      title="Plan"
      aside={subscription && <StatusPill state={subscription.status} />}
    >
      {error && <LoadError error={error} retry={() => void refetch()} />}
      {subscription === undefined && !error && <Skeleton height={120} aria-busy="true" />}
      {subscription === null && <Text c="dimmed">This account has never had a plan.</Text>}
      {subscription && <Facts subscription={subscription} />}
    </SettingsSection>
  )
}

function Facts({ subscription }: { subscription: Subscription }) {
  const { plan, quantity, current_period_end, ended_at, waits_for, created_at } = subscription
  return (
    <FactList
      lines
      facts={[
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
        waits_for && ['Waiting for', waitsFor(waits_for)],
        ended_at
          ? ['Ended', <RelativeTime key="e" at={ended_at} />]
          : [
              subscription.cancel_at_period_end ? 'Ends' : 'Period ends',
              <RelativeTime key="e" at={current_period_end} never="–" />,
            ],
        ['Since', <RelativeTime key="s" at={created_at} />],
      ]}
    />
  )
}

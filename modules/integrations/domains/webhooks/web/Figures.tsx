import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatMilliseconds, formatPercent } from '~/ui/format'
import { MetricCard } from '~/ui/MetricCard'
import { webhookStatsQuery } from './queries'

const today = () => new Date().toISOString().slice(0, 10)

/** The whole account's deliveries in four figures. */
export function AccountWebhookFigures() {
  const { data: stats } = useQuery(webhookStatsQuery())
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
      <MetricCard
        label="Active"
        definition="Webhooks that are switched on."
        value={stats?.active_webhooks}
        to="/webhooks"
        search={{ status: 'active' }}
      />
      <Deliveries stats={stats} />
    </SimpleGrid>
  )
}

/** The same for one webhook, with how quickly it answers and what is still to come. */
export function WebhookFigures({ id }: { id: string }) {
  const { data: stats } = useQuery(webhookStatsQuery(id))
  const of = { webhook_id: id }
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, sm: 3 }} spacing="sm">
      <Deliveries stats={stats} of={of} />
      <MetricCard
        label="Answer time"
        definition="Time until the receiver answered, on average over the last 7 days."
        value={stats && formatMilliseconds(stats.average_response_time_ms)}
        to="/webhooks/deliveries"
        search={of}
      />
      <MetricCard
        label="Waiting"
        definition="Deliveries on their way or to be tried again."
        value={stats?.waiting}
        to="/webhooks/deliveries"
        search={of}
      />
      <MetricCard
        label="Given up"
        definition="Deliveries of the last 7 days that will not be tried again by themselves."
        value={stats?.given_up}
        to="/webhooks/deliveries"
        search={{ ...of, status: 'max_retries_reached' }}
      />
    </SimpleGrid>
  )
}

type Stats = { successful_today: number; failed_today: number; success_rate: number | null }
type Props = { stats: Stats | undefined; of?: Record<string, string> }

function Deliveries({ stats, of = {} }: Props) {
  return (
    <>
      <MetricCard
        label="Delivered today"
        definition="Deliveries of events since midnight UTC that arrived. Tests do not count."
        value={stats?.successful_today}
        to="/webhooks/deliveries"
        search={{ ...of, status: 'successful', date_from: today() }}
      />
      <MetricCard
        label="Failed today"
        definition="Deliveries of events since midnight UTC that have not arrived although they were tried."
        value={stats?.failed_today}
        to="/webhooks/deliveries"
        search={{ ...of, status: 'failed', date_from: today() }}
      />
      <MetricCard
        label="Success rate"
        definition="Of the deliveries of the last 7 days that were tried, how many arrived."
        value={stats && formatPercent(stats.success_rate)}
        to="/webhooks/deliveries"
        search={of}
      />
    </>
  )
}

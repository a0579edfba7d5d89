import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatMilliseconds, formatPercent } from '~/ui/format'
import { MetricCard } from '~/ui/MetricCard'
import { type WebhookStats, webhookStatsQuery } from './queries'

const today = () => new Date().toISOString().slice(0, 10)

/** Delivery metrics of all webhooks. */
export function AccountWebhookFigures() {
  const { data: stats } = useQuery(webhookStatsQuery())
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
      <MetricCard
        label="Active"
        definition="Webhooks that are enabled."
        value={stats?.active_webhooks}
        to="/webhooks"
        search={{ status: 'active' }}
      />
      <Deliveries stats={stats} />
    </SimpleGrid>
  )
}

/** Delivery metrics of one webhook, with its response time and pending deliveries. */
export function WebhookFigures({ id }: { id: string }) {
  const { data: stats } = useQuery(webhookStatsQuery(id))
  const filter = { webhook_id: id }
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, sm: 3 }} spacing="sm">
      <Deliveries stats={stats} filter={filter} />
      <MetricCard
        label="Response time, 7 days"
        definition="Average response time of the receiver over the last 7 days."
        value={stats && formatMilliseconds(stats.average_response_time_ms)}
        to="/webhooks/deliveries"
        search={filter}
      />
      <MetricCard
        label="Pending"
        definition="Deliveries in progress or scheduled for a retry."
        value={stats?.waiting}
        to="/webhooks/deliveries"
        search={filter}
      />
      <MetricCard
        label="Retries exhausted, 7 days"
        definition="Deliveries of the last 7 days that are no longer retried automatically."
        value={stats?.given_up}
        to="/webhooks/deliveries"
        search={{ ...filter, status: 'max_retries_reached' }}
      />
    </SimpleGrid>
  )
}

type Props = { stats: WebhookStats | undefined; filter?: Record<string, string> }
function Deliveries({ stats, filter = {} }: Props) {
  return (
    <>
      <MetricCard
        label="Delivered today"
        definition="Successful deliveries since midnight UTC, without test events."
        value={stats?.successful_today}
        trend={stats && { values: stats.by_day.map(({ successful }) => successful) }}
        to="/webhooks/deliveries"
        search={{ ...filter, status: 'successful', date_from: today() }}
      />
      <MetricCard
        label="Failed today"
        definition="Deliveries since midnight UTC that were attempted and have not succeeded."
        value={stats?.failed_today}
        trend={stats && { values: stats.by_day.map(({ failed }) => failed) }}
        to="/webhooks/deliveries"
        search={{ ...filter, status: 'failed', date_from: today() }}
      />
      <MetricCard
        label="Success rate, 7 days"
        definition="Share of attempted deliveries of the last 7 days that succeeded."
        value={stats && formatPercent(stats.success_rate)}
        to="/webhooks/deliveries"
        search={filter}
      />
    </>
  )
}

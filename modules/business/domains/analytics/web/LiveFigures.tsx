import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatMoney, formatPercent } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { MetricCard } from '~/ui/MetricCard'
import { useLiveFigures } from './live'
import { type Live, liveQuery } from './queries'

/** The figures of this moment, each with its definition and a link to its records. */
export function LiveFigures() {
  useLiveFigures()
  const { data: live, error, refetch } = useQuery(liveQuery)
  if (error && !live) return <LoadError error={error} retry={() => void refetch()} />
  const money = (cents: number | undefined) =>
    live && cents !== undefined ? formatMoney(cents, live.currency) : undefined
  const now = live?.current_metrics
  const week = live?.week ?? []
  const active = { to: '/subscriptions', search: { status: 'active' } } as const
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 3 }} spacing="sm">
      <MetricCard
        label="MRR"
        definition={definitionOf(live, 'mrr_cents')}
        value={money(now?.mrr_cents)}
        trend={{
          values: week.map(({ mrr_cents }) => mrr_cents),
          now: week.at(-1)?.mrr_cents ?? null,
          before: week[0]?.mrr_cents ?? null,
          beforeLabel: 'six days ago',
        }}
        {...active}
      />
      <MetricCard
        label="ARR"
        definition={definitionOf(live, 'arr_cents')}
        value={money(now?.arr_cents)}
        {...active}
      />
      <MetricCard
        label="Paying customers"
        definition={definitionOf(live, 'paying_customers')}
        value={now?.paying_customers}
        {...active}
      />
      <MetricCard
        label="ARPU"
        definition={definitionOf(live, 'arpu_cents')}
        value={money(now?.arpu_cents)}
        {...active}
      />
      <MetricCard
        label="Churn, this month"
        definition={definitionOf(live, 'customer_churn_rate')}
        value={now && formatPercent(now.customer_churn_rate, 2)}
        to="/subscriptions"
        search={{ status: 'cancelled' }}
      />
      <MetricCard
        label="Received today"
        definition={definitionOf(live, 'revenue_cents')}
        value={money(live?.today.revenue_cents)}
        trend={{ values: week.map(({ revenue_cents }) => revenue_cents) }}
        to="/admin/invoices"
        search={{ status: 'paid' }}
      />
    </SimpleGrid>
  )
}

/** The definition of a figure, as the API gives it. */
export const definitionOf = (answer: Pick<Live, 'definitions'> | undefined, name: string): string =>
  answer?.definitions.find((one) => one.name === name)?.definition ?? ''

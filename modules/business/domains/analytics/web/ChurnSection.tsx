import { SimpleGrid, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chart } from '~/ui/Chart'
import type { Series } from '~/ui/chart/model'
import { formatPercent } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { MetricCard } from '~/ui/MetricCard'
import classes from './analytics.module.css'
import { definitionOf } from './LiveFigures'
import { churnQuery, growthQuery } from './queries'
import { monthLabel } from './words'

const series: Series[] = [
  { name: 'customers', label: 'Customers', tone: 'main' },
  { name: 'revenue', label: 'Revenue', tone: 'second' },
]

const reasons: Series[] = [
  { name: 'voluntary', label: 'Chose to stop', tone: 'main' },
  { name: 'involuntary', label: 'Payments failed', tone: 'bad' },
]

/** How many customers and how much of the revenue are lost each month, and how fast revenue grows. */
export function ChurnSection({ months }: { months: number }) {
  const { data: churn, error, refetch } = useQuery(churnQuery({ months }))
  const { data: growth } = useQuery(growthQuery({ months }))
  if (error && !churn) return <LoadError error={error} retry={() => void refetch()} />
  const rates = churn?.current_metrics
  const ended = { to: '/subscriptions', search: { status: 'cancelled' } } as const
  return (
    <>
      <SimpleGrid component="section" aria-label="Rates" cols={{ base: 2, md: 4 }} spacing="sm">
        <MetricCard
          label="Average customer churn"
          definition={`${definitionOf(churn, 'customer_churn_rate')} ${definitionOf(churn, 'average_customer_churn_rate')}`}
          value={rates && formatPercent(rates.average_customer_churn_rate, 2)}
          {...ended}
        />
        <MetricCard
          label="Average revenue churn"
          definition={`${definitionOf(churn, 'revenue_churn_rate')} ${definitionOf(churn, 'average_revenue_churn_rate')}`}
          value={rates && formatPercent(rates.average_revenue_churn_rate, 2)}
          {...ended}
        />
        <MetricCard
          label="Net revenue retention"
          definition={definitionOf(churn, 'net_revenue_retention')}
          value={rates && formatPercent(rates.net_revenue_retention, 2)}
          to="/subscriptions"
        />
        <MetricCard
          label="Monthly growth"
          definition={definitionOf(growth, 'compound_monthly_growth_rate')}
          value={growth && formatPercent(growth.current_metrics.compound_monthly_growth_rate, 2)}
          to="/subscriptions"
        />
      </SimpleGrid>
      <figure className={classes.panel} aria-label="Churn">
        <Title order={2} mb="sm">
          Churn, in percent
        </Title>
        <Chart
          label="Churn by month, in percent"
          kind="lines"
          unit="rate"
          rows={churn?.months.map((one) => ({
            at: monthLabel(one.date),
            values:
              one.paying_at_start === 0
                ? { customers: null, revenue: null }
                : { customers: one.customer_churn_rate, revenue: one.revenue_churn_rate },
          }))}
          series={series}
          empty="No customer was lost in this period."
        />
      </figure>
      <figure className={classes.panel} aria-label="Lost customers">
        <Title order={2}>Lost customers</Title>
        <Text size="sm" c="dimmed" mb="sm">
          {rates &&
            rates.average_customer_churn_rate > 0 &&
            `On average, ${formatPercent(rates.average_voluntary_churn_rate, 2)} of the customers chose to stop each month, and the payments of ${formatPercent(rates.average_involuntary_churn_rate, 2)} failed.`}
        </Text>
        <Chart
          label="Lost customers by month, and why"
          kind="bars"
          unit="count"
          rows={churn?.months.map((one) => ({
            at: monthLabel(one.date),
            values: {
              voluntary: one.voluntary_customers,
              involuntary: one.involuntary_customers,
            },
          }))}
          series={reasons}
          empty="No customer was lost in this period."
        />
      </figure>
    </>
  )
}

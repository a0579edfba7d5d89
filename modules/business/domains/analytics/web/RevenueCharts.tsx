import { SimpleGrid, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chart } from '~/ui/Chart'
import type { Series } from '~/ui/chart/model'
import { formatChange } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import classes from './analytics.module.css'
import { type Revenue, revenueQuery } from './queries'
import { monthLabel } from './words'

const mrr: Series[] = [{ name: 'mrr', label: 'MRR', tone: 'main' }]
const gained: Series[] = [
  { name: 'new_cents', label: 'New', tone: 'main' },
  { name: 'reactivation_cents', label: 'Reactivated', tone: 'muted' },
  { name: 'expansion_cents', label: 'Expanded', tone: 'second' },
]
const lost: Series[] = [
  { name: 'churn_cents', label: 'Churned', tone: 'bad' },
  { name: 'contraction_cents', label: 'Contracted', tone: 'muted' },
]

/** Recurring revenue by month compared with the months before, and what was gained and lost. */
export function RevenueCharts({ months }: { months: number }) {
  const now = useQuery(revenueQuery({ months }))
  const before = useQuery(revenueQuery({ months, ago: months }))
  if (now.error && !now.data) {
    return <LoadError error={now.error} retry={() => void now.refetch()} />
  }
  const revenue = now.data
  return (
    <>
      <figure className={classes.panel} aria-label="Recurring revenue">
        <Title order={2}>Recurring revenue</Title>
        <Comparison now={revenue} before={before.data} months={months} />
        <Chart
          label="Monthly recurring revenue at the end of each month"
          kind="lines"
          unit={revenue?.currency ?? 'USD'}
          rows={revenue?.history.map(({ date, mrr_cents }) => ({
            at: monthLabel(date),
            values: { mrr: mrr_cents },
          }))}
          series={mrr}
          before={beforeOf(before.data, months)}
          empty="No recurring revenue in this period."
        />
      </figure>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Movements title="Gained" revenue={revenue} series={gained} />
        <Movements title="Lost" revenue={revenue} series={lost} />
      </SimpleGrid>
    </>
  )
}

type Compared = { now: Revenue | undefined; before: Revenue | undefined; months: number }

function Comparison({ now, before, months }: Compared) {
  const change =
    now && before && formatChange(now.current_metrics.mrr_cents, before.current_metrics.mrr_cents)
  return (
    <Text size="sm" c="dimmed" mb="sm">
      {change
        ? `${change} compared with the end of the previous ${months} months. `
        : 'At the end of each month, the current one so far. '}
      {now &&
        now.excluded_currencies.length > 0 &&
        `In ${now.currency}, without ${now.excluded_currencies.join(' and ')}.`}
    </Text>
  )
}

function beforeOf(before: Revenue | undefined, months: number) {
  if (!before?.history.some(({ mrr_cents }) => mrr_cents > 0)) return undefined
  return {
    label: `Previous ${months} months`,
    values: before.history.map(({ mrr_cents }) => mrr_cents),
  }
}

type MovementProps = { title: string; revenue: Revenue | undefined; series: Series[] }

function Movements({ title, revenue, series }: MovementProps) {
  return (
    <figure className={classes.panel} aria-label={title}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <Chart
        label={`Recurring revenue ${title.toLowerCase()} by month`}
        kind="bars"
        unit={revenue?.currency ?? 'USD'}
        rows={revenue?.history.map(({ date, ...values }) => ({
          at: monthLabel(date),
          values: Object.fromEntries(
            series.map(({ name }) => [name, values[name as 'new_cents'] ?? 0]),
          ),
        }))}
        series={series}
        empty={`Nothing was ${title.toLowerCase()} in this period.`}
      />
    </figure>
  )
}

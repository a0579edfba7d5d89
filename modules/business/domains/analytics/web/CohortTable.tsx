import { Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FigureTable } from '~/ui/FigureTable'
import { formatCount, formatMoney, formatPercent } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import classes from './analytics.module.css'
import { definitionOf } from './LiveFigures'
import { type Cohorts, cohortsQuery } from './queries'
import { heatOf, monthLabel } from './words'

/** How many customers of each month still pay, darker the more of them do. */
export function CohortTable({ months }: { months: number }) {
  const { data, error, refetch } = useQuery(cohortsQuery({ months }))
  return (
    <section className={classes.panel} aria-label="Cohorts">
      <Title order={2}>Cohorts</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {definitionOf(data, 'retention_rate')}
      </Text>
      {error && !data && <LoadError error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton height={160} aria-busy="true" />}
      {data && <Table {...data} />}
    </section>
  )
}

function Table({ cohorts, currency }: Cohorts) {
  if (cohorts.length === 0) return <Text size="sm">No new customers in this period.</Text>
  const longest = Math.max(...cohorts.map(({ months }) => months.length))
  const columns = Array.from({ length: longest }, (_, month) => month)
  return (
    <FigureTable
      label="Retention of customers by the month of their first payment"
      headings={['First payment', 'Customers', 'MRR', ...columns.map((month) => `Month ${month}`)]}
    >
      {cohorts.map(({ cohort, size, mrr_cents, months }) => (
        <tr key={cohort}>
          <th>{monthLabel(cohort)}</th>
          <td>{formatCount(size)}</td>
          <td>{formatMoney(mrr_cents, currency)}</td>
          {columns.map((column) => {
            const one = months[column]
            return one ? (
              <td
                key={column}
                data-heat={heatOf(one.retention_rate)}
                data-partial={one.partial || undefined}
                title={`${formatCount(one.customers)} of ${formatCount(size)}${one.partial ? ', this month so far' : ''}`}
              >
                {formatPercent(one.retention_rate)}
              </td>
            ) : (
              <td key={column} />
            )
          })}
        </tr>
      ))}
    </FigureTable>
  )
}

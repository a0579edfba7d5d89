import { SimpleGrid, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { AccountLink } from '~/ui/AccountLink'
import { FigureTable } from '~/ui/FigureTable'
import { formatCount, formatMoney } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { formatDate } from '~/ui/times'
import classes from './analytics.module.css'
import { type Customers, customersQuery } from './queries'
import { segmentLabels } from './words'

/** The customers with the most recurring revenue. */
export function LargestCustomers({ months, shown }: { months: number; shown?: number }) {
  const { data, error, refetch } = useQuery(customersQuery({ months }))
  return (
    <section className={classes.panel} aria-label="Largest customers">
      <Title order={2} mb="sm">
        Largest customers
      </Title>
      {error && !data && <LoadError error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton height={160} aria-busy="true" />}
      {data && <Largest {...data} largest={data.largest.slice(0, shown)} />}
    </section>
  )
}

function Largest({ largest, currency }: Customers) {
  if (largest.length === 0) return <Text size="sm">No paying customers yet.</Text>
  return (
    <FigureTable
      label="Largest customers"
      headings={['Account', 'Plan', 'Since', 'MRR']}
      texts={['Plan', 'Since']}
    >
      {largest.map(({ account, plan, since, mrr_cents }) => (
        <tr key={account.id}>
          <th>
            <AccountLink account={account} />
          </th>
          <td data-text>{plan.name}</td>
          <td data-text>{formatDate(since)}</td>
          <td>{formatMoney(mrr_cents, currency)}</td>
        </tr>
      ))}
    </FigureTable>
  )
}

/** Paying customers by plan and by how long they have paid. */
export function CustomerSegments({ months }: { months: number }) {
  const { data } = useQuery(customersQuery({ months }))
  if (!data || data.largest.length === 0) return null
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
      <section className={classes.panel} aria-label="Customers by plan">
        <Title order={2} mb="sm">
          By plan
        </Title>
        <FigureTable label="Customers by plan" headings={['Plan', 'Customers', 'MRR']}>
          {data.by_plan.map(({ plan, customers, mrr_cents }) => (
            <tr key={plan.id}>
              <th>{plan.name}</th>
              <td>{formatCount(customers)}</td>
              <td>{formatMoney(mrr_cents, data.currency)}</td>
            </tr>
          ))}
        </FigureTable>
      </section>
      <section className={classes.panel} aria-label="Customers by tenure">
        <Title order={2} mb="sm">
          By time since the first payment
        </Title>
        <FigureTable label="Customers by tenure" headings={['Time', 'Customers', 'MRR']}>
          {data.by_tenure.map(({ segment, customers, mrr_cents }) => (
            <tr key={segment}>
              <th>{segmentLabels[segment]}</th>
              <td>{formatCount(customers)}</td>
              <td>{formatMoney(mrr_cents, data.currency)}</td>
            </tr>
          ))}
        </FigureTable>
      </section>
    </SimpleGrid>
  )
}

import { Alert, Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { FigureTable } from '~/ui/FigureTable'
import { formatCount, formatMoney } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { ListView } from '~/ui/list/ListView'
import { useListState } from '~/ui/list/state'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { useActivityTab } from '~/ui/useActivityTab'
import {
  differenceFilters,
  differenceList,
  differenceSorting,
  useDifferenceActions,
} from './differences'
import { type Comparison, compareDay, comparisonQuery, differencesQuery } from './queries'
import { gatewayLabels } from './words'

/** A day as both sides have it, and what differs. */
export function ComparisonPage() {
  const { data, error, refetch } = useQuery(comparisonQuery(useParam('id')))
  if (error && !data) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!data) return <DetailSkeleton blocks={[120, 240]} />
  return <Loaded comparison={data} />
}

function Loaded({ comparison }: { comparison: Comparison }) {
  const { id, gateway, report_date, status, error, completed_at } = comparison
  const activity = useActivityTab({ resource: { type: 'reconciliation_report', id } })
  return (
    <DetailPage
      parent={{ label: 'Reconciliation', to: '/admin/reconciliation' }}
      name={`${gatewayLabels[gateway]}, ${report_date}`}
      id={id}
      status={<StatusPill state={status} />}
      actions={<CompareAgain comparison={comparison} />}
      notice={
        error && (
          <Alert color="red" role="status">
            The day could not be compared: {error}
          </Alert>
        )
      }
      facts={[
        ['Payments here', formatCount(comparison.local_count)],
        ['Payments at the gateway', formatCount(comparison.gateway_count)],
        ['Open differences', formatCount(comparison.open_count)],
        ['Compared', completed_at ? <RelativeTime key="at" at={completed_at} /> : 'Not yet'],
      ]}
      tabs={[
        {
          name: 'comparison',
          label: 'Comparison',
          content: (
            <>
              <Totals comparison={comparison} />
              <Differences reportId={id} />
            </>
          ),
        },
        activity,
      ]}
    />
  )
}

function CompareAgain({
  comparison: { gateway, report_date, status },
}: {
  comparison: Comparison
}) {
  const mayCompare = useCanUnlessImpersonating('admin.reconciliation.update')
  const again = useMutation({ mutationFn: compareDay, onError: toast.failed })
  if (!mayCompare || gateway === 'all') return null
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={15} />}
      loading={again.isPending || status === 'pending' || status === 'running'}
      onClick={() => again.mutate({ gateway, date: report_date })}
    >
      Compare again
    </Button>
  )
}

function Totals({ comparison: { totals } }: { comparison: Comparison }) {
  if (totals.length === 0) return null
  return (
    <FigureTable
      label="Totals"
      headings={['Currency', 'Here', 'At the gateway', 'Difference', 'Fees here', 'Fees there']}
    >
      {totals.map((total) => {
        const difference = total.local_cents - total.gateway_cents
        const money = (cents: number) => formatMoney(cents, total.currency)
        return (
          <tr key={total.currency} data-bad={difference !== 0 || undefined}>
            <th scope="row">{total.currency}</th>
            <td>{money(total.local_cents)}</td>
            <td>{money(total.gateway_cents)}</td>
            <td>{money(difference)}</td>
            <td>{money(total.local_fee_cents)}</td>
            <td>{money(total.gateway_fee_cents)}</td>
          </tr>
        )
      })}
    </FigureTable>
  )
}

function Differences({ reportId }: { reportId: string }) {
  const state = useListState(differenceFilters, differenceSorting)
  const { actions, drawer } = useDifferenceActions()
  const query = { ...state.query, reconciliation_report_id: reportId }
  return (
    <section aria-label="Differences">
      <ListView
        title="Differences"
        state={state}
        query={useQuery(differencesQuery(query))}
        {...differenceList}
        {...actions}
      />
      {drawer}
    </section>
  )
}

import { Anchor, Button } from '@mantine/core'
import { IconPlayerPlay, IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { formatCount, formatMoney } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type Comparison, comparisonsQuery } from './queries'
import { ReconciliationTabs } from './ReconciliationTabs'
import { gatewayLabels } from './words'

const CompareDay = lazy(() => import('./CompareDay'))

type Totals = Comparison['totals'][number]

/** One amount for each currency. */
const amounts = ({ totals }: Comparison, of: (total: Totals) => number): string =>
  totals.map((total) => formatMoney(of(total), total.currency)).join(', ') || '–'

const columns: Column<Comparison>[] = [
  {
    key: 'report_date',
    label: 'Day',
    sort: 'report_date',
    cell: ({ id, report_date }) => (
      <Anchor
        inherit
        renderRoot={(props) => <Link to="/admin/reconciliation/$id" params={{ id }} {...props} />}
      >
        {report_date}
      </Anchor>
    ),
  },
  { key: 'gateway', label: 'Gateway', cell: ({ gateway }) => gatewayLabels[gateway] },
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  {
    key: 'local',
    label: 'Received here',
    numeric: true,
    cell: (one) => amounts(one, ({ local_cents }) => local_cents),
  },
  {
    key: 'there',
    label: 'At the gateway',
    numeric: true,
    cell: (one) => amounts(one, ({ gateway_cents }) => gateway_cents),
  },
  {
    key: 'difference',
    label: 'Difference',
    numeric: true,
    cell: (one) => amounts(one, (total) => total.local_cents - total.gateway_cents),
  },
  {
    key: 'open_count',
    label: 'Open',
    fact: 'labelled',
    numeric: true,
    cell: ({ open_count, findings_count }) =>
      `${formatCount(open_count)} of ${formatCount(findings_count)}`,
  },
  {
    key: 'completed_at',
    label: 'Compared',
    optional: true,
    cell: ({ completed_at }) => (completed_at ? <RelativeTime at={completed_at} /> : '–'),
  },
]

const filters = {
  gateway: choiceFilter('Gateway', [
    { value: 'stripe', label: gatewayLabels.stripe },
    { value: 'paypal', label: gatewayLabels.paypal },
  ]),
  status: choiceFilter('Status', stateOptions('pending', 'running', 'completed', 'failed')),
}
const sorting = { by: ['report_date'], first: '-report_date' } as const

/** Comparisons of days with each payment gateway. */
export function ReconciliationPage() {
  const state = useListState(filters, sorting)
  const mayCompare = useCanUnlessImpersonating('admin.reconciliation.update')
  const drawer = useNewDrawer()
  const compare = mayCompare && (
    <Button leftSection={<IconPlayerPlay size={15} />} onClick={drawer.open}>
      Compare a day
    </Button>
  )
  return (
    <>
      <ListPage
        title="Reconciliation"
        plural="comparisons"
        state={state}
        query={useQuery(comparisonsQuery(state.query))}
        searchable={false}
        columns={columns}
        nameOf={({ gateway, report_date }) => `${gatewayLabels[gateway]}, ${report_date}`}
        primary={compare}
        figures={<ReconciliationTabs />}
        empty={{
          icon: <IconScale size={28} />,
          sentence:
            'No comparisons yet. Every morning, the payments of the last four days are compared with each gateway.',
          action: compare,
        }}
      />
      <Suspense>{drawer.opened && mayCompare && <CompareDay onClose={drawer.close} />}</Suspense>
    </>
  )
}

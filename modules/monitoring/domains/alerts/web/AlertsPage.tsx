import { Menu } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconEyeCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { LARGEST_PAGE } from '~/api'
import { useCan } from '~/session'
import { formatCount } from '~/ui/format'
import { BulkAction } from '~/ui/list/BulkAction'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { AlertTabs } from './AlertTabs'
import { useLiveAlerts } from './live'
import { type Alert, alertsQuery, rulesQuery, setAlertStatus } from './queries'
import { AlertLink, SelectedAlertDrawer } from './SelectedAlertDrawer'

const columns: Column<Alert>[] = [
  { key: 'name', label: 'Alert', cell: (one) => <AlertLink id={one.id}>{one.name}</AlertLink> },
  { key: 'status', label: 'Status', cell: (one) => <StatusPill state={one.status} /> },
  { key: 'severity', label: 'Severity', cell: (one) => <StatusPill state={one.severity} /> },
  {
    key: 'summary',
    fact: 'value',
    label: 'Summary',
    cell: (one) => <span title={one.summary ?? ''}>{one.summary ?? '–'}</span>,
  },
  {
    key: 'by',
    label: 'Acknowledged by',
    cell: (one) => one.acknowledged_by?.name ?? '–',
  },
  {
    key: 'count',
    label: 'Occurrences',
    optional: true,
    numeric: true,
    cell: (one) => formatCount(one.trigger_count),
  },
  { key: 'source', label: 'Source', optional: true, cell: (one) => one.source },
  {
    key: 'last',
    label: 'Last triggered',
    optional: true,
    cell: (one) => <RelativeTime at={one.last_triggered_at} />,
  },
  {
    key: 'created_at',
    fact: 'value',
    label: 'Triggered',
    cell: (one) => <RelativeTime at={one.created_at} />,
  },
]

export function AlertsPage() {
  useLiveAlerts()
  const mayReadRules = useCan('admin.alert_rules.read')
  const { data: rules } = useQuery({ ...rulesQuery(LARGEST_PAGE), enabled: mayReadRules })
  const options = rules?.data.map(({ id, name }) => ({ value: id, label: name })) ?? null
  const filters = {
    status: choiceFilter('Status', stateOptions('open', 'acknowledged', 'resolved')),
    severity: choiceFilter('Severity', stateOptions('low', 'medium', 'high', 'critical')),
    ...(mayReadRules && { rule_id: choiceFilter('Rule', options) }),
  }
  const state = useListState(filters, { by: ['created_at'], first: '-created_at' })
  const { page, per_page } = state.paging
  const alerts = useQuery(alertsQuery({ page, per_page, ...state.activeFilters }))
  const mayChange = useCan('admin.alerts.update')
  return (
    <>
      <ListPage
        title="Alerts"
        plural="alerts"
        state={state}
        query={alerts}
        searchable={false}
        columns={columns}
        nameOf={(one) => one.name}
        figures={<AlertTabs />}
        empty={{
          icon: <IconAlertTriangle size={28} />,
          sentence: 'No alerts. Problems found by rules and workers are listed here.',
        }}
        {...(mayChange && { menu: nextStepItem, bulk: nextSteps })}
      />
      <SelectedAlertDrawer />
    </>
  )
}

/** The menu item of the next step; none for a resolved alert. */
function nextStepItem({ id, status }: Alert) {
  if (status === 'resolved') return null
  const open = status === 'open'
  const changeStatus = () =>
    void setAlertStatus(id, open ? 'acknowledge' : 'resolve', '').then(
      () => toast.done(open ? 'The alert was acknowledged.' : 'The alert was resolved.'),
      toast.failed,
    )
  return (
    <Menu.Item
      leftSection={open ? <IconEyeCheck size={15} /> : <IconCheck size={15} />}
      onClick={changeStatus}
    >
      {open ? 'Acknowledge' : 'Resolve'}
    </Menu.Item>
  )
}

function nextSteps(selected: Alert[], onDone: () => void) {
  return (
    <>
      <BulkAction
        label="Acknowledge"
        rows={selected.filter(({ status }) => status === 'open')}
        done="acknowledged"
        run={({ id }) => setAlertStatus(id, 'acknowledge', '')}
        onDone={onDone}
      />
      <BulkAction
        label="Resolve"
        rows={selected.filter(({ status }) => status !== 'resolved')}
        done="resolved"
        run={({ id }) => setAlertStatus(id, 'resolve', '')}
        onDone={onDone}
      />
    </>
  )
}

import { Anchor, Button, Group } from '@mantine/core'
import { IconDownload, IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { AuditLog } from '~/api'
import { useCanUnlessImpersonating } from '~/session'
import { actorOf, textOf } from '~/ui/activity/sentence'
import { useActivity } from '~/ui/activity/useActivity'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import { actionOptions, auditFilters } from './filters'
import { actionsQuery, auditLogsQuery } from './queries'
import { Timeline } from './Timeline'

const AuditLogEntry = lazy(() => import('./AuditLogEntry'))
const ExportDrawer = lazy(() => import('./ExportDrawer'))

const columnsWith = (sentence: (entry: AuditLog) => string): Column<AuditLog>[] => [
  {
    key: 'action',
    label: 'Activity',
    cell: (entry) => (
      <Anchor
        inherit
        renderRoot={(props) => <Link to="/audit_logs/$id" params={{ id: entry.id }} {...props} />}
      >
        {sentence(entry)}
      </Anchor>
    ),
  },
  { key: 'user', label: 'Actor', optional: true, cell: (entry) => textOf(actorOf(entry)) },
  {
    key: 'resource',
    label: 'Resource',
    optional: true,
    cell: (entry) => entry.resource_name ?? '–',
  },
  {
    key: 'changes',
    label: 'Changes',
    optional: true,
    cell: (entry) => entry.changes_summary ?? '–',
  },
  { key: 'status', label: 'Outcome', cell: (entry) => <StatusPill state={entry.status} /> },
  { key: 'severity', label: 'Severity', cell: (entry) => <StatusPill state={entry.severity} /> },
  {
    key: 'risk_level',
    label: 'Risk',
    optional: true,
    cell: (entry) => <StatusPill state={entry.risk_level} />,
  },
  { key: 'source', label: 'Source', optional: true, cell: (entry) => entry.source },
  {
    key: 'ip_address',
    label: 'IP address',
    cell: (entry) => <span className="mono">{entry.ip_address ?? '–'}</span>,
  },
  {
    key: 'sequence_number',
    label: 'Sequence number',
    optional: true,
    cell: (entry) => entry.sequence_number ?? '–',
  },
  {
    key: 'created_at',
    fact: 'value',
    label: 'Time',
    sort: 'created_at',
    cell: (entry) => <RelativeTime at={entry.created_at} />,
  },
]

export function AuditLogsPage() {
  const { action }: { action?: string } = useSearch({ strict: false })
  const actions = useQuery(actionsQuery)
  const options = actions.data ? actionOptions(actions.data, action) : null
  const state = useListState(auditFilters(options), { by: ['created_at'], first: '-created_at' })
  const log = useQuery(auditLogsQuery(state.query))
  const { sentence } = useActivity()
  const mayExport = useCanUnlessImpersonating('audit_logs.export')
  const drawer = useNewDrawer()
  const { search } = state.paging
  return (
    <>
      <ListPage
        title="Audit log"
        plural="entries"
        state={state}
        query={log}
        columns={columnsWith(sentence)}
        nameOf={(entry) => `${sentence(entry)}, ${exactUtc(entry.created_at)}`}
        expand={(entry) => (
          <Suspense>
            <AuditLogEntry entry={entry} />
          </Suspense>
        )}
        primary={
          <Group gap="xs" justify="flex-end">
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/audit_logs/security" {...props} />}
            >
              Security
            </Button>
            {mayExport && (
              <>
                <Button
                  variant="default"
                  renderRoot={(props) => <Link to="/audit_logs/exports" {...props} />}
                >
                  Exports
                </Button>
                <Button leftSection={<IconDownload size={15} />} onClick={drawer.open}>
                  Export
                </Button>
              </>
            )}
          </Group>
        }
        figures={<Timeline filters={{ ...state.activeFilters, ...(search && { search }) }} />}
        empty={{
          icon: <IconListDetails size={28} />,
          sentence: 'No entries yet. Every change to this account is recorded here.',
        }}
      />
      <Suspense>
        {drawer.opened && mayExport && (
          <ExportDrawer
            filters={{ ...state.activeFilters, ...(search && { search }) }}
            matching={log.data?.meta}
            onClose={drawer.close}
          />
        )}
      </Suspense>
    </>
  )
}

import { Anchor, Button, Group } from '@mantine/core'
import { IconPlus, IconServer2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useCan, useCanUnlessImpersonating, useMe } from '~/session'
import { formatCount } from '~/ui/format'
import { LiveDot } from '~/ui/LiveDot'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { RegisterWorker, type WorkerDialog } from './dialogs'
import { type Worker, workersQuery } from './queries'
import { workerState } from './states'
import { WorkerDialogs } from './WorkerDialogs'
import { WorkerFigures } from './WorkerFigures'
import { WorkerMenu } from './WorkerMenu'

const columns: Column<Worker>[] = [
  {
    key: 'name',
    label: 'Worker',
    sort: 'name',
    cell: (worker) => (
      <Group gap="xs" wrap="nowrap" display="inline-flex">
        <LiveDot on={worker.online} />
        <Anchor
          inherit
          fw={500}
          renderRoot={(props) => (
            <Link to="/admin/workers/$id" params={{ id: worker.id }} {...props} />
          )}
        >
          {worker.name}
        </Anchor>
      </Group>
    ),
  },
  { key: 'status', label: 'Status', cell: (worker) => <StatusPill state={workerState(worker)} /> },
  {
    key: 'running',
    fact: 'labelled',
    label: 'Running',
    numeric: true,
    cell: (worker) => formatCount(worker.running_count),
  },
  {
    key: 'completed',
    label: 'Completed',
    numeric: true,
    cell: (worker) => formatCount(worker.completed_count),
  },
  {
    key: 'failed',
    label: 'Failed attempts',
    numeric: true,
    cell: (worker) => formatCount(worker.failed_count),
  },
  {
    key: 'queues',
    label: 'Queues',
    cell: (worker) => worker.queues.join(', ') || 'All',
  },
  {
    key: 'concurrency',
    label: 'Concurrency',
    optional: true,
    cell: (worker) => worker.concurrency ?? 'Default',
  },
  { key: 'description', label: 'Description', optional: true, cell: (w) => w.description ?? '–' },
  {
    key: 'last_seen_at',
    fact: 'labelled',
    label: 'Last seen',
    sort: 'last_seen_at',
    cell: (worker) => <RelativeTime at={worker.last_seen_at} />,
  },
  {
    key: 'created_at',
    label: 'Registered',
    sort: 'created_at',
    optional: true,
    cell: (worker) => <RelativeTime at={worker.created_at} />,
  },
]

const filters = {
  status: choiceFilter('Status', stateOptions('active', 'suspended')),
  online: choiceFilter('Connection', [
    { value: 'true', label: 'Online' },
    { value: 'false', label: 'Offline' },
  ]),
}
const sorting = { by: ['name', 'created_at', 'last_seen_at'], first: 'name' } as const

export function WorkersPage() {
  const state = useListState(filters, sorting)
  const { online, ...query } = state.query
  const workers = useQuery(workersQuery({ ...query, ...(online && { online: online === 'true' }) }))
  const impersonating = useMe().impersonator !== null
  const can = {
    register: useCan('admin.workers.create') && !impersonating,
    update: useCanUnlessImpersonating('admin.workers.update'),
    delete: useCanUnlessImpersonating('admin.workers.delete'),
  }
  const drawer = useNewDrawer()
  const [dialog, setDialog] = useState<WorkerDialog | null>(null)
  const closeDialog = () => setDialog(null)
  const register = can.register && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Register worker
    </Button>
  )
  return (
    <>
      <ListPage
        title="Workers"
        plural="workers"
        state={state}
        query={workers}
        columns={columns}
        nameOf={(worker) => worker.name}
        primary={register}
        figures={<WorkerFigures />}
        empty={{
          icon: <IconServer2 size={28} />,
          sentence:
            'No workers yet, so no jobs run. Register a worker and start it on any machine.',
          action: register,
        }}
        {...((can.update || can.delete) && {
          menu: (worker: Worker) => <WorkerMenu worker={worker} onChoose={setDialog} />,
        })}
      />
      <Suspense>
        {drawer.opened && can.register && <RegisterWorker onClose={drawer.close} />}
      </Suspense>
      <WorkerDialogs dialog={dialog} onClose={closeDialog} onDeleted={closeDialog} />
    </>
  )
}

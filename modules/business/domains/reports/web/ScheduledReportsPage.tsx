import { Button, Menu } from '@mantine/core'
import {
  IconCalendarRepeat,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { deleteSchedule, type Schedule, scheduledReportsQuery, setScheduleStatus } from './queries'
import { ReportTabs } from './ReportTabs'
import { frequencyNames, subjectOf, typeOptions } from './words'

const NewSchedule = lazy(() => import('./NewSchedule'))
const EditSchedule = lazy(() => import('./EditSchedule'))

const columns: Column<Schedule>[] = [
  { key: 'name', label: 'Schedule', cell: ({ name }) => name },
  { key: 'report_type', label: 'Type', cell: subjectOf },
  { key: 'frequency', label: 'Frequency', cell: ({ frequency }) => frequencyNames[frequency] },
  { key: 'format', label: 'Format', cell: ({ format }) => format.toUpperCase() },
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  {
    key: 'recipients',
    label: 'Recipients',
    cell: ({ recipients }) => recipients.map(({ name }) => name).join(', ') || 'None',
  },
  {
    key: 'next_run_at',
    label: 'Next',
    fact: 'labelled',
    sort: 'next_run_at',
    cell: ({ status, next_run_at }) =>
      status === 'active' ? <RelativeTime at={next_run_at} /> : '–',
  },
  {
    key: 'last_run_at',
    label: 'Last',
    cell: ({ last_run_at }) => <RelativeTime at={last_run_at} />,
  },
  { key: 'created_by', label: 'Created by', cell: ({ created_by }) => created_by?.name ?? '–' },
  {
    key: 'created_at',
    label: 'Created',
    sort: 'created_at',
    optional: true,
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const filters = {
  status: choiceFilter('Status', stateOptions('active', 'paused')),
  report_type: choiceFilter('Type', typeOptions),
}
const sorting = { by: ['created_at', 'next_run_at'], first: '-created_at' } as const

/** Reports that are requested on a schedule. */
export function ScheduledReportsPage() {
  const state = useListState(filters, sorting)
  const mayCreate = useCanUnlessImpersonating('reports.create')
  const drawer = useNewDrawer()
  const [deleting, setDeleting] = useState<Schedule | null>(null)
  const [editing, setEditing] = useState<Schedule | null>(null)
  const create = mayCreate && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Schedule a report
    </Button>
  )
  return (
    <>
      <ListPage
        title="Scheduled reports"
        plural="schedules"
        parent={{ label: 'Reports', to: '/reports' }}
        state={state}
        query={useQuery(scheduledReportsQuery(state.query))}
        searchable={false}
        columns={columns}
        nameOf={({ name }) => name}
        primary={create}
        figures={<ReportTabs />}
        empty={{
          icon: <IconCalendarRepeat size={28} />,
          sentence:
            'No schedules. A schedule requests a report each day, week or month, and emails its recipients a link.',
          action: create,
        }}
        {...(mayCreate && {
          menu: (schedule: Schedule) => (
            <ScheduleMenu schedule={schedule} onEdit={setEditing} onDelete={setDeleting} />
          ),
        })}
      />
      <Suspense>
        {drawer.opened && mayCreate && <NewSchedule onClose={drawer.close} />}
        {editing && <EditSchedule schedule={editing} onClose={() => setEditing(null)} />}
      </Suspense>
      {deleting && (
        <ConfirmDanger
          title={`Delete ${deleting.name}?`}
          actionLabel="Delete schedule"
          onConfirm={() => deleteSchedule(deleting)}
          onDone={() => {
            toast.done(`${deleting.name} was deleted.`)
            setDeleting(null)
          }}
          onClose={() => setDeleting(null)}
        >
          No more reports are requested. The files of earlier ones stay until they expire.
        </ConfirmDanger>
      )}
    </>
  )
}

type Act = (schedule: Schedule) => void
type MenuProps = { schedule: Schedule; onEdit: Act; onDelete: Act }

/** Actions of a schedule. */
function ScheduleMenu({ schedule, onEdit, onDelete }: MenuProps) {
  const isActive = schedule.status === 'active'
  const toggle = () =>
    void setScheduleStatus(schedule, isActive ? 'paused' : 'active').then(
      () => toast.done(`${schedule.name} was ${isActive ? 'paused' : 'activated'}.`),
      toast.failed,
    )
  return (
    <>
      <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onEdit(schedule)}>
        Edit
      </Menu.Item>
      <Menu.Item
        leftSection={isActive ? <IconPlayerPause size={15} /> : <IconPlayerPlay size={15} />}
        onClick={toggle}
      >
        {isActive ? 'Pause' : 'Activate'}
      </Menu.Item>
      <Menu.Item
        color="red"
        leftSection={<IconTrash size={15} />}
        onClick={() => onDelete(schedule)}
      >
        Delete
      </Menu.Item>
    </>
  )
}

import { Button, Checkbox, Group } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Json } from '~/ui/Json'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import { logsQuery, type SystemLog } from './queries'

const EVERY_MS = 2000

const columns: Column<SystemLog>[] = [
  {
    key: 'level',
    label: 'Level',
    width: '110px',
    cell: (line) => <StatusPill state={line.level} />,
  },
  {
    key: 'message',
    fact: 'value',
    label: 'Message',
    cell: (line) => <span className="mono">{line.message || '–'}</span>,
  },
  { key: 'source', label: 'Source', width: '110px', cell: (line) => line.source },
  {
    key: 'created_at',
    fact: 'value',
    label: 'Time',
    sort: 'created_at',
    width: '160px',
    cell: (line) => <RelativeTime at={line.created_at} />,
  },
]

const levelOptions = stateOptions('info', 'warn', 'error', 'fatal').map(({ value, label }) => ({
  value,
  label: value === 'fatal' ? label : `${label} and above`,
}))

const filters = {
  level: choiceFilter('Level', levelOptions),
  source: choiceFilter('Source', stateOptions('server', 'worker')),
}

/** The live log. Updates are paused while the pointer is over it, so that rows do not move. */
export function LogsPage() {
  const state = useListState(filters, { by: ['created_at'], first: '-created_at' })
  const [follow, setFollow] = useState(true)
  const [hovered, setHovered] = useState(false)
  const live = follow && !hovered && state.paging.page === 1
  const log = useQuery({
    ...logsQuery(state.query),
    refetchInterval: live ? EVERY_MS : false,
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only pauses updates
    <div onMouseEnter={() => setHovered(true)} onMouseLeave={() => setHovered(false)}>
      <ListPage
        title="Logs"
        plural="lines"
        state={state}
        query={log}
        columns={columns}
        nameOf={(line) => `${line.message}, ${exactUtc(line.created_at)}`}
        primary={
          <Group gap="md">
            <Checkbox
              label="Follow"
              checked={follow}
              onChange={(event) => setFollow(event.currentTarget.checked)}
            />
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/admin/logs/errors" {...props} />}
            >
              Errors
            </Button>
          </Group>
        }
        expand={(line) => <Json value={line} label={`Line of ${exactUtc(line.created_at)}`} />}
        empty={{
          icon: <IconFileText size={28} />,
          sentence: 'No log lines in the last seven days. Requests are not logged here.',
        }}
      />
    </div>
  )
}

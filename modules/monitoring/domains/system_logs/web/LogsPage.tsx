import { Checkbox } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Json } from '~/ui/Json'
import { ListPage } from '~/ui/list/ListPage'
import { choice, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { exactUtc, RelativeTime } from '~/ui/RelativeTime'
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
    label: 'Message',
    cell: (line) => <span className="mono">{line.message || '–'}</span>,
  },
  { key: 'source', label: 'From', width: '110px', cell: (line) => line.source },
  {
    key: 'created_at',
    label: 'When',
    sort: 'created_at',
    width: '160px',
    cell: (line) => <RelativeTime at={line.created_at} />,
  },
]

const worse = stateOptions('info', 'warn', 'error', 'fatal').map(({ value, label }) => ({
  value,
  label: value === 'fatal' ? label : `${label} or worse`,
}))

const filters = {
  level: choice('Level', worse),
  source: choice('From', stateOptions('server', 'worker')),
}

/** The log of the installation as it grows. Following rests while the pointer is over it, so that nothing moves away. */
export function LogsPage() {
  const state = useListState(filters, { by: ['created_at'], first: '-created_at' })
  const [follow, setFollow] = useState(true)
  const [reading, setReading] = useState(false)
  const live = follow && !reading && state.paging.page === 1
  const log = useQuery({
    ...logsQuery(state.query),
    refetchInterval: live ? EVERY_MS : false,
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting the pointer only holds the rows still
    <div onMouseEnter={() => setReading(true)} onMouseLeave={() => setReading(false)}>
      <ListPage
        title="Logs"
        plural="lines"
        state={state}
        query={log}
        columns={columns}
        nameOf={(line) => `${line.message}, ${exactUtc(line.created_at)}`}
        primary={
          <Checkbox
            label="Follow"
            checked={follow}
            onChange={(event) => setFollow(event.currentTarget.checked)}
          />
        }
        expand={(line) => <Json value={line} label={`Line of ${exactUtc(line.created_at)}`} />}
        empty={{
          icon: <IconFileText size={28} />,
          sentence: 'Nothing was logged in the last seven days. Requests are not listed here.',
        }}
      />
    </div>
  )
}

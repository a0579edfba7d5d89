import { IconTimeline } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ListView } from '~/ui/list/ListView'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { clockTimelineQuery, type TimelineEntry } from './queries'
import { happenedInWords } from './words'

const columns: Column<TimelineEntry>[] = [
  {
    key: 'billing_time',
    label: 'Billing time',
    cell: ({ billing_time }) => exactUtc(billing_time),
  },
  { key: 'what', label: 'What happened', fact: 'value', cell: happenedInWords },
  {
    key: 'created_at',
    label: 'In real time',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const sorting = { by: ['created_at'], first: '-created_at' } as const

/** What happened to the billing of the account since it has its clock. */
export function ClockTimeline({ clockId }: { clockId: string }) {
  const state = useListState({}, sorting)
  return (
    <ListView
      title="What happened"
      plural="entries"
      state={state}
      query={useQuery(clockTimelineQuery(clockId, state.query))}
      searchable={false}
      columns={columns}
      nameOf={happenedInWords}
      empty={{
        icon: <IconTimeline size={28} />,
        sentence: 'Nothing has happened yet. Advance the clock to its next renewal.',
      }}
    />
  )
}

import { Anchor, Button } from '@mantine/core'
import { IconClockPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import { useLiveTestClocks } from './live'
import { type TestClock, testClocksQuery } from './queries'

const columns: Column<TestClock>[] = [
  {
    key: 'account',
    label: 'Account',
    cell: ({ id, account }) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/admin/test_clocks/$id" params={{ id }} {...props} />}
      >
        {account.name}
      </Anchor>
    ),
  },
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  {
    key: 'billing_time',
    label: 'Billing time',
    fact: 'value',
    cell: ({ billing_time }) => exactUtc(billing_time),
  },
  {
    key: 'created_at',
    label: 'Created',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const sorting = { by: ['created_at'], first: '-created_at' } as const

/** Accounts whose billing lives at another date. */
export function TestClocksPage() {
  useLiveTestClocks()
  const state = useListState({}, sorting)
  return (
    <ListPage
      title="Test clocks"
      plural="test clocks"
      state={state}
      query={useQuery(testClocksQuery(state.query))}
      searchable={false}
      columns={columns}
      nameOf={({ account }) => account.name}
      empty={{
        icon: <IconClockPlay size={28} />,
        sentence:
          'No test clocks yet. Open an account to give it one, and move its billing forward.',
        action: (
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/admin/accounts" {...props} />}
          >
            Open accounts
          </Button>
        ),
      }}
    />
  )
}

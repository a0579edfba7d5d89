import { Menu } from '@mantine/core'
import { IconSpy, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Data, reply } from '~/api'
import { queryClient, useCan, useMe } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'

type Impersonation = Data<'/api/v1/impersonations/history', 'get'>[number]

const endings: Record<NonNullable<Impersonation['end_reason']>, string> = {
  stopped: 'Stopped',
  replaced: 'Another began',
  impersonator_deleted: 'Who acted was deleted',
  impersonator_inactive: 'Who acted was suspended',
  impersonator_credentials_changed: 'Who acted has a new password or address',
  impersonator_signed_out: 'Who acted signed out',
  impersonator_lost_permission: 'Who acted may no longer do so',
  user_inactive: 'The person was suspended or deleted',
  user_session_ended: 'The person ended it',
}

const columns: Column<Impersonation>[] = [
  {
    key: 'who',
    label: 'Who',
    cell: ({ impersonator, user }) => (
      <span title={`${impersonator.email} as ${user.email}`}>
        <b style={{ fontWeight: 500 }}>{impersonator.name}</b> as {user.name}
      </span>
    ),
  },
  {
    key: 'account',
    label: 'Account',
    optional: true,
    cell: ({ account }) => account.name,
  },
  { key: 'reason', label: 'Reason', cell: (one) => one.reason },
  { key: 'status', label: 'Status', cell: (one) => <StatusPill state={one.status} /> },
  {
    key: 'end_reason',
    label: 'Why it ended',
    optional: true,
    cell: (one) => (one.end_reason ? endings[one.end_reason] : '–'),
  },
  { key: 'duration', label: 'Lasted', cell: (one) => lasted(one.duration_seconds) },
  {
    key: 'started_at',
    label: 'Started',
    sort: 'created_at',
    cell: (one) => <RelativeTime at={one.started_at} />,
  },
  {
    key: 'ended_at',
    label: 'Ended',
    optional: true,
    cell: (one) => <RelativeTime at={one.ended_at} never="–" />,
  },
]

const end = ({ id }: Impersonation) =>
  reply(api.DELETE('/api/v1/impersonations/{id}', { params: { path: { id } } }))

/** Who acted as whom, and why: in the account, and what one did oneself in others. */
export function ImpersonationsPage() {
  const state = useListState({}, { by: ['created_at'], first: '-created_at' })
  const { query } = state
  const me = useMe()
  const mayEnd = useCan('users.impersonate') && !me.impersonator
  const [ending, setEnding] = useState<Impersonation | null>(null)
  const history = useQuery({
    queryKey: ['impersonations', 'history', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/impersonations/history', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <ListPage
        title="Impersonations"
        plural="impersonations"
        state={state}
        query={history}
        searchable={false}
        columns={columns}
        nameOf={({ impersonator, user }) => `${impersonator.name} as ${user.name}`}
        empty={{
          icon: <IconSpy size={28} />,
          sentence:
            'Nobody has acted as somebody else. Whoever does, from a person’s menu on the users page, stands here.',
        }}
        menu={(one) =>
          mayEnd &&
          one.status === 'active' && (
            <Menu.Item color="red" leftSection={<IconX size={15} />} onClick={() => setEnding(one)}>
              End now
            </Menu.Item>
          )
        }
        csv={({ impersonator, user, account, reason, status, started_at, ended_at }) => ({
          impersonator: impersonator.email,
          user: user.email,
          account: account.name,
          reason,
          status,
          started_at,
          ended_at,
        })}
      />
      {ending && (
        <ConfirmDanger
          title="End this impersonation?"
          actionLabel="End it"
          onConfirm={() => end(ending)}
          onDone={() => {
            toast.done(`${ending.impersonator.name} no longer acts as ${ending.user.name}.`)
            setEnding(null)
            void queryClient.invalidateQueries({ queryKey: ['impersonations'] })
          }}
          onClose={() => setEnding(null)}
        >
          What {ending.impersonator.name} has open as {ending.user.name} stops working at once.
        </ConfirmDanger>
      )}
    </>
  )
}

function lasted(seconds: number) {
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

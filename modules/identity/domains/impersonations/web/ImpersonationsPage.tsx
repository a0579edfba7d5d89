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

const endReasons: Record<NonNullable<Impersonation['end_reason']>, string> = {
  stopped: 'Stopped',
  replaced: 'Replaced by another impersonation',
  impersonator_deleted: 'Impersonator was deleted',
  impersonator_inactive: 'Impersonator was suspended',
  impersonator_credentials_changed: 'Impersonator changed their password or email',
  impersonator_signed_out: 'Impersonator signed out',
  impersonator_lost_permission: 'Impersonator lost the permission',
  user_inactive: 'User was suspended or deleted',
  user_session_ended: 'Ended by the user',
}

const columns: Column<Impersonation>[] = [
  {
    key: 'users',
    label: 'Users',
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
  { key: 'reason', fact: 'value', label: 'Reason', cell: (one) => one.reason },
  { key: 'status', label: 'Status', cell: (one) => <StatusPill state={one.status} /> },
  {
    key: 'end_reason',
    label: 'End reason',
    optional: true,
    cell: (one) => (one.end_reason ? endReasons[one.end_reason] : '–'),
  },
  {
    key: 'duration',
    label: 'Duration',
    numeric: true,
    cell: (one) => formatLength(one.duration_seconds),
  },
  {
    key: 'started_at',
    fact: 'value',
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

/** Impersonations in this account, and those by the user in other accounts. */
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
          sentence: 'No impersonations yet. Start one from a user’s menu on the users page.',
        }}
        menu={(one) =>
          mayEnd &&
          one.status === 'active' && (
            <Menu.Item color="red" leftSection={<IconX size={15} />} onClick={() => setEnding(one)}>
              End impersonation
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
          actionLabel="End impersonation"
          onConfirm={() => end(ending)}
          onDone={() => {
            toast.done(`${ending.impersonator.name} no longer impersonates ${ending.user.name}.`)
            setEnding(null)
            void queryClient.invalidateQueries({ queryKey: ['impersonations'] })
          }}
          onClose={() => setEnding(null)}
        >
          {ending.impersonator.name} loses access as {ending.user.name} immediately.
        </ConfirmDanger>
      )}
    </>
  )
}

function formatLength(seconds: number) {
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

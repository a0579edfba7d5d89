import { Button } from '@mantine/core'
import { IconPlus, IconUserShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useRoleNames } from '~/roles'
import { useCan, useMe } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatNoun } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { DelegationMenu } from './DelegationMenu'
import { type Delegation, delegationsQuery, revoke } from './queries'

const form = () => import('./DelegationForm')
const NewDelegation = lazy(async () => ({ default: (await form()).NewDelegation }))
const EditDelegation = lazy(async () => ({ default: (await form()).EditDelegation }))

const columns: Column<Delegation>[] = [
  {
    key: 'user',
    label: 'User',
    cell: (one) => <b style={{ fontWeight: 500 }}>{one.user.name}</b>,
  },
  { key: 'email', fact: 'value', label: 'Email', cell: (one) => one.user.email },
  { key: 'access', fact: 'value', label: 'Access', cell: (one) => <Access {...one} /> },
  { key: 'status', label: 'Status', cell: (one) => <StatusPill state={one.status} /> },
  {
    key: 'expires_at',
    label: 'Expires',
    sort: 'expires_at',
    cell: (one) => <RelativeTime at={one.expires_at} />,
  },
  { key: 'notes', label: 'Notes', cell: (one) => one.notes ?? '–' },
  {
    key: 'delegated_by',
    label: 'Granted by',
    optional: true,
    cell: (one) => one.delegated_by?.name ?? '–',
  },
  {
    key: 'created_at',
    label: 'Granted',
    sort: 'created_at',
    cell: (one) => <RelativeTime at={one.created_at} />,
  },
]

const filters = {
  status: choiceFilter('Status', stateOptions('active', 'inactive', 'expired', 'revoked')),
}
const sorting = { by: ['created_at', 'expires_at'], first: '-created_at' } as const

export function DelegationsPage() {
  const state = useListState(filters, sorting)
  const delegations = useQuery(delegationsQuery(state.query))
  const impersonating = useMe().impersonator !== null
  const can = {
    create: useCan('delegations.create') && !impersonating,
    change: useCan('delegations.update') && !impersonating,
  }
  const drawer = useNewDrawer()
  const [editing, setEditing] = useState<Delegation | null>(null)
  const [revoking, setRevoking] = useState<Delegation | null>(null)
  const create = can.create && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Delegate access
    </Button>
  )
  return (
    <>
      <ListPage
        title="Delegations"
        plural="delegations"
        state={state}
        query={delegations}
        searchable={false}
        columns={columns}
        nameOf={(one) => one.user.name}
        primary={create}
        empty={{
          icon: <IconUserShare size={28} />,
          sentence:
            'No delegations yet. Give users of other accounts, such as an accountant or an agency, access to this account.',
          action: create,
        }}
        {...(can.change && {
          menu: (one: Delegation) => (
            <DelegationMenu delegation={one} onEdit={setEditing} onRevoke={setRevoking} />
          ),
        })}
      />
      <Suspense>
        {drawer.opened && can.create && <NewDelegation onClose={drawer.close} />}
        {editing && <EditDelegation delegation={editing} onClose={() => setEditing(null)} />}
      </Suspense>
      {revoking && (
        <ConfirmDanger
          title={`Revoke access of ${revoking.user.name}?`}
          actionLabel="Revoke access"
          onConfirm={() => revoke(revoking)}
          onDone={() => {
            toast.done(`Access of ${revoking.user.name} was revoked.`)
            setRevoking(null)
          }}
          onClose={() => setRevoking(null)}
        >
          The user loses access to this account immediately. This cannot be undone, but you can
          delegate access again.
        </ConfirmDanger>
      )}
    </>
  )
}

function Access({ role, permissions }: Delegation) {
  const nameOf = useRoleNames()
  if (permissions.length === 0) return role ? nameOf(role.name) : '–'
  const count = formatNoun(permissions.length, 'permission')
  return (
    <span title={permissions.join(', ')}>{role ? `${nameOf(role.name)} (${count})` : count}</span>
  )
}

import { Button } from '@mantine/core'
import { IconPlus, IconUserShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useRoleNames } from '~/roles'
import { useCan, useMe } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { ListPage } from '~/ui/list/ListPage'
import { choice, stateOptions, useListState } from '~/ui/list/state'
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
    label: 'Person',
    cell: (one) => <b style={{ fontWeight: 500 }}>{one.user.name}</b>,
  },
  { key: 'email', label: 'Email', cell: (one) => one.user.email },
  { key: 'rights', label: 'May', cell: (one) => <Rights {...one} /> },
  { key: 'status', label: 'Status', cell: (one) => <StatusPill state={one.status} /> },
  {
    key: 'expires_at',
    label: 'Ends',
    sort: 'expires_at',
    cell: (one) => <RelativeTime at={one.expires_at} />,
  },
  { key: 'notes', label: 'Notes', cell: (one) => one.notes ?? '–' },
  {
    key: 'delegated_by',
    label: 'Given by',
    optional: true,
    cell: (one) => one.delegated_by?.name ?? '–',
  },
  {
    key: 'created_at',
    label: 'Given',
    sort: 'created_at',
    cell: (one) => <RelativeTime at={one.created_at} />,
  },
]

const filters = {
  status: choice('Status', stateOptions('active', 'inactive', 'expired', 'revoked')),
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
            'Nobody from another account may work here. Delegate access to your accountant or agency.',
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
          title={`Revoke the access of ${revoking.user.name}?`}
          actionLabel="Revoke"
          onConfirm={() => revoke(revoking)}
          onDone={() => {
            toast.done(`${revoking.user.name} has no access any more.`)
            setRevoking(null)
          }}
          onClose={() => setRevoking(null)}
        >
          They are out of this account at once. This cannot be undone; you can delegate anew.
        </ConfirmDanger>
      )}
    </>
  )
}

function Rights({ role, permissions }: Delegation) {
  const nameOf = useRoleNames()
  if (permissions.length === 0) return role ? nameOf(role.name) : '–'
  const count = permissions.length === 1 ? '1 permission' : `${permissions.length} permissions`
  return (
    <span title={permissions.join(', ')}>
      {role ? `${nameOf(role.name)}, just ${count}` : count}
    </span>
  )
}

import { Anchor, Menu } from '@mantine/core'
import { IconBan, IconBuilding, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCan, useMe } from '~/session'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { type AdminAccount, activateAccount, adminAccountsQuery } from './queries'
import { SuspendAccount } from './SuspendAccount'

const columns: Column<AdminAccount>[] = [
  {
    key: 'name',
    label: 'Name',
    sort: 'name',
    cell: (account) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => (
          <Link to="/admin/users" search={{ account_id: account.id }} {...props} />
        )}
      >
        {account.name}
      </Anchor>
    ),
  },
  {
    key: 'subdomain',
    label: 'Subdomain',
    cell: (account) => <span className="mono">{account.subdomain}</span>,
  },
  {
    key: 'owner',
    fact: 'value',
    label: 'Owner',
    cell: (account) => account.owner?.email ?? 'None',
  },
  {
    key: 'users',
    fact: 'labelled',
    label: 'Users',
    cell: (account) => account.users_count.toLocaleString('en'),
  },
  { key: 'status', label: 'Status', cell: (account) => <StatusPill state={account.status} /> },
  {
    key: 'created_at',
    label: 'Created',
    sort: 'created_at',
    cell: (account) => <RelativeTime at={account.created_at} />,
  },
]

const filters = { status: choiceFilter('Status', stateOptions('active', 'suspended', 'cancelled')) }
const sorting = { by: ['name', 'created_at'], first: '-created_at' } as const

/** Every account of the server. A name links to its users. */
export function AdminAccountsPage() {
  const state = useListState(filters, sorting)
  const accounts = useQuery(adminAccountsQuery(state.query))
  const mayChange = useCan('admin.accounts.suspend')
  const me = useMe()
  const [suspending, setSuspending] = useState<AdminAccount | null>(null)
  const ownAccountIds = [me.account.id, me.home_account_id]

  function menu(account: AdminAccount) {
    if (account.status === 'suspended') {
      const activate = () =>
        activateAccount(account.id).then(
          () => toast.done(`${account.name} was activated.`),
          toast.failed,
        )
      return (
        <Menu.Item leftSection={<IconCircleCheck size={15} />} onClick={() => void activate()}>
          Activate
        </Menu.Item>
      )
    }
    return (
      <Menu.Item
        color="red"
        leftSection={<IconBan size={15} />}
        disabled={account.status !== 'active' || ownAccountIds.includes(account.id)}
        onClick={() => setSuspending(account)}
      >
        {ownAccountIds.includes(account.id) ? 'Suspend (your own account)' : 'Suspend'}
      </Menu.Item>
    )
  }

  return (
    <>
      <ListPage
        title="Accounts"
        plural="accounts"
        state={state}
        query={accounts}
        columns={columns}
        nameOf={(account) => account.name}
        empty={{ icon: <IconBuilding size={28} />, sentence: 'No accounts yet.' }}
        csv={({ name, subdomain, owner, users_count, status, created_at }) => ({
          name,
          subdomain,
          owner: owner?.email ?? null,
          users: String(users_count),
          status,
          created_at,
        })}
        {...(mayChange && { menu })}
      />
      {suspending && <SuspendAccount account={suspending} onClose={() => setSuspending(null)} />}
    </>
  )
}

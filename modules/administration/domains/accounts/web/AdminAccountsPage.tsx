import { IconBuilding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { AccountLink } from '~/ui/AccountLink'
import { formatCount } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { AdminAccountMenu } from './AdminAccountMenu'
import { type AdminAccount, adminAccountsQuery } from './queries'

const SuspendAccount = lazy(() => import('./SuspendAccount'))

const columns: Column<AdminAccount>[] = [
  {
    key: 'name',
    label: 'Name',
    sort: 'name',
    cell: (account) => <AccountLink account={account} fw={500} />,
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
    numeric: true,
    cell: (account) => formatCount(account.users_count),
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

/** Every account of the server. */
export function AdminAccountsPage() {
  const state = useListState(filters, sorting)
  const accounts = useQuery(adminAccountsQuery(state.query))
  const mayChange = useCanUnlessImpersonating('admin.accounts.suspend')
  const [suspending, setSuspending] = useState<AdminAccount | null>(null)
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
        {...(mayChange && {
          menu: (account: AdminAccount) => (
            <AdminAccountMenu account={account} onSuspend={setSuspending} />
          ),
        })}
      />
      <Suspense>
        {suspending && <SuspendAccount account={suspending} onClose={() => setSuspending(null)} />}
      </Suspense>
    </>
  )
}

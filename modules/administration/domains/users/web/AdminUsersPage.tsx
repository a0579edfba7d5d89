import { Menu } from '@mantine/core'
import { IconSpy, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useRoleOptions } from '~/roles'
import { useCan, useMe } from '~/session'
import { AccountLink } from '~/ui/AccountLink'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, textFilter, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { RoleNames } from '~/ui/RoleNames'
import { StatusPill } from '~/ui/StatusPill'
import { UserName } from '~/ui/UserName'
import { type AdminUser, accountNameQuery, adminUsersQuery } from './queries'

const ImpersonateDialog = lazy(() => import('~/ui/ImpersonateDialog'))

const columns: Column<AdminUser>[] = [
  { key: 'name', label: 'Name', sort: 'name', cell: (user) => <UserName user={user} /> },
  { key: 'email', fact: 'value', label: 'Email', sort: 'email', cell: (user) => user.email },
  {
    key: 'account',
    fact: 'value',
    label: 'Account',
    cell: ({ account }) => <AccountLink account={account} />,
  },
  { key: 'roles', label: 'Roles', cell: (user) => <RoleNames names={user.roles} builtInOnly /> },
  {
    key: 'status',
    label: 'Status',
    cell: (user) => <StatusPill state={user.locked ? 'locked' : user.status} />,
  },
  {
    key: 'last_login_at',
    label: 'Last sign-in',
    cell: (user) => <RelativeTime at={user.last_login_at} />,
  },
  {
    key: 'two_factor',
    label: 'Two-factor',
    optional: true,
    cell: (user) => (user.two_factor_enabled ? 'On' : 'Off'),
  },
  {
    key: 'created_at',
    label: 'Joined',
    sort: 'created_at',
    cell: (user) => <RelativeTime at={user.created_at} />,
  },
]

const statusFilter = choiceFilter('Status', stateOptions('active', 'inactive', 'suspended'))
const sorting = { by: ['name', 'email', 'created_at'], first: '-created_at' } as const

/** Users of every account. They are managed in their account; administrators can only find and impersonate them. */
export function AdminUsersPage() {
  const me = useMe()
  const [impersonatedUser, setImpersonatedUser] = useState<AdminUser | null>(null)
  const accountName = useAccountName()
  const filters = {
    status: statusFilter,
    role: choiceFilter('Role', useRoleOptions(true)),
    account_id: textFilter('Account', accountName),
  }
  const state = useListState(filters, sorting)
  const users = useQuery(adminUsersQuery(state.query))
  const mayImpersonate = me.permissions.includes('admin.users.impersonate') && !me.impersonator
  const menu = (user: AdminUser) => (
    <Menu.Item
      leftSection={<IconSpy size={15} />}
      disabled={user.id === me.id || user.status !== 'active'}
      onClick={() => setImpersonatedUser(user)}
    >
      Impersonate
    </Menu.Item>
  )
  return (
    <>
      <ListPage
        title="All users"
        plural="users"
        state={state}
        query={users}
        columns={columns}
        nameOf={(user) => user.name}
        empty={{ icon: <IconUsers size={28} />, sentence: 'No users yet.' }}
        csv={({ name, email, account, roles, status, last_login_at, created_at }) => ({
          name,
          email,
          account: account.name,
          roles: roles.join(' '),
          status,
          last_login_at,
          created_at,
        })}
        {...(mayImpersonate && { menu })}
      />
      <Suspense>
        {impersonatedUser && (
          <ImpersonateDialog
            user={impersonatedUser}
            accountId={impersonatedUser.account.id}
            onClose={() => setImpersonatedUser(null)}
          />
        )}
      </Suspense>
    </>
  )
}

/** The name of the account that the list is limited to. */
function useAccountName() {
  const { account_id = '' }: Record<string, string | undefined> = useSearch({ strict: false })
  const enabled = useCan('admin.accounts.read') && account_id !== ''
  return useQuery({ ...accountNameQuery(account_id), enabled }).data ?? undefined
}

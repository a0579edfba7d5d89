import { Anchor, Button } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import type { User } from '~/api'
import { useRoleOptions } from '~/roles'
import { useCanUnlessImpersonating } from '~/session'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { RoleNames } from '~/ui/RoleNames'
import { StatusPill } from '~/ui/StatusPill'
import { InviteUser, type UserDialog } from './dialogs'
import { usersQuery } from './queries'
import { UserDialogs } from './UserDialogs'
import { UserMenu, useHasUserMenu } from './UserMenu'
import { UserSummary } from './UserSummary'

const columns: Column<User>[] = [
  {
    key: 'name',
    label: 'Name',
    sort: 'name',
    cell: (user) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/users/$id" params={{ id: user.id }} {...props} />}
      >
        {user.name}
      </Anchor>
    ),
  },
  { key: 'email', fact: 'value', label: 'Email', sort: 'email', cell: (user) => user.email },
  { key: 'roles', label: 'Roles', cell: (user) => <RoleNames names={user.roles} /> },
  {
    key: 'status',
    label: 'Status',
    sort: 'status',
    cell: (user) => <StatusPill state={displayedStatus(user)} />,
  },
  {
    key: 'last_login_at',
    fact: 'labelled',
    label: 'Last sign-in',
    sort: 'last_login_at',
    cell: (user) => <RelativeTime at={user.last_login_at} />,
  },
  {
    key: 'email_verified',
    label: 'Email confirmed',
    optional: true,
    cell: (user) => (user.email_verified ? 'Yes' : 'No'),
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
    optional: true,
    cell: (user) => <RelativeTime at={user.created_at} />,
  },
]

const sorting = {
  by: ['name', 'email', 'status', 'last_login_at', 'created_at'],
  first: 'name',
} as const

export function UsersPage() {
  const state = useListState(
    {
      status: choiceFilter('Status', stateOptions('active', 'inactive', 'suspended')),
      role: choiceFilter('Role', useRoleOptions()),
      locked: choiceFilter('Sign-in', [
        { value: 'true', label: 'Locked' },
        { value: 'false', label: 'Not locked' },
      ]),
    },
    sorting,
  )
  const { locked, ...query } = state.query
  const users = useQuery(usersQuery({ ...query, ...(locked && { locked: locked === 'true' }) }))
  const mayAdd = useCanUnlessImpersonating('users.create')
  const hasMenu = useHasUserMenu()
  const actionable = users.data?.data.some((user) => hasMenu(user))
  const drawer = useNewDrawer()
  const [dialog, setDialog] = useState<UserDialog | null>(null)
  const closeDialog = () => setDialog(null)
  const add = mayAdd && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Add user
    </Button>
  )

  return (
    <>
      <ListPage
        title="Users"
        plural="users"
        state={state}
        query={users}
        columns={columns}
        nameOf={(user) => user.name}
        primary={add}
        summary={<UserSummary />}
        empty={{
          icon: <IconUsers size={28} />,
          sentence: 'No users yet.',
          action: add,
        }}
        csv={({ name, email, roles, status, last_login_at, created_at }) => ({
          name,
          email,
          roles: roles.join(' '),
          status,
          last_login_at,
          created_at,
        })}
        {...(actionable && {
          menu: (user: User) => <UserMenu user={user} onChoose={setDialog} />,
        })}
      />
      <Suspense>{drawer.opened && mayAdd && <InviteUser onClose={drawer.close} />}</Suspense>
      <UserDialogs dialog={dialog} onClose={closeDialog} onDeleted={closeDialog} />
    </>
  )
}

const displayedStatus = (user: User) => (user.locked ? 'locked' : user.status)

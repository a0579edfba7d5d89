import { Anchor, Button, Menu } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import type { User } from '../../api'
import { useCan } from '../../session'
import { ListPage } from '../../ui/list/ListPage'
import { choice, states, useListState } from '../../ui/list/state'
import type { Column } from '../../ui/list/useColumns'
import { RelativeTime } from '../../ui/RelativeTime'
import { StatusPill } from '../../ui/StatusPill'
import { DeleteUser, EditUser, InviteUser } from './dialogs'
import { assignableRolesQuery, usersQuery } from './queries'

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
  { key: 'email', label: 'Email', sort: 'email', cell: (user) => user.email },
  { key: 'roles', label: 'Roles', cell: (user) => user.roles.join(', ') || 'None' },
  {
    key: 'status',
    label: 'Status',
    sort: 'status',
    cell: (user) => <StatusPill state={standing(user)} />,
  },
  {
    key: 'last_login_at',
    label: 'Last sign-in',
    sort: 'last_login_at',
    cell: (user) => <RelativeTime at={user.last_login_at} />,
  },
  {
    key: 'email_verified',
    label: 'Email verified',
    optional: true,
    cell: (user) => (user.email_verified ? 'Yes' : 'Not yet'),
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

type Doing = { what: 'invite' } | { what: 'edit' | 'delete'; user: User }

export function UsersPage() {
  const roles = useQuery(assignableRolesQuery)
  const state = useListState(
    {
      status: choice('Status', states('active', 'inactive', 'suspended')),
      role: choice(
        'Role',
        roles.data?.map((role) => ({ value: role.name, label: role.display_name })) ?? null,
      ),
    },
    sorting,
  )
  const users = useQuery(usersQuery(state.query))
  const can = {
    invite: useCan('users.create'),
    edit: useCan('users.update'),
    delete: useCan('users.delete'),
  }
  const [doing, setDoing] = useState<Doing | null>(null)
  const stop = () => setDoing(null)
  const invite = can.invite && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setDoing({ what: 'invite' })}>
      Add user
    </Button>
  )

  return (
    <>
      <ListPage
        title="Users"
        many="users"
        state={state}
        query={users}
        columns={columns}
        nameOf={(user) => user.name}
        primary={invite}
        empty={{
          icon: <IconUsers size={28} />,
          sentence: 'Nobody has joined yet.',
          action: invite,
        }}
        csv={({ name, email, roles, status, last_login_at, created_at }) => ({
          name,
          email,
          roles: roles.join(' '),
          status,
          last_login_at,
          created_at,
        })}
        {...((can.edit || can.delete) && {
          menu: (user: User) => (
            <>
              {can.edit && (
                <Menu.Item
                  leftSection={<IconPencil size={15} />}
                  onClick={() => setDoing({ what: 'edit', user })}
                >
                  Edit
                </Menu.Item>
              )}
              {can.delete && (
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={15} />}
                  onClick={() => setDoing({ what: 'delete', user })}
                >
                  Delete
                </Menu.Item>
              )}
            </>
          ),
        })}
      />
      <Suspense>
        {doing?.what === 'invite' && <InviteUser onClose={stop} />}
        {doing?.what === 'edit' && <EditUser user={doing.user} onClose={stop} />}
        {doing?.what === 'delete' && <DeleteUser user={doing.user} onDone={stop} onClose={stop} />}
      </Suspense>
    </>
  )
}

const standing = (user: User) => (user.locked ? 'locked' : user.status)

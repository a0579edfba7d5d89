import { Anchor } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { User } from '~/api'
import type { Role } from '~/roles'
import { useCan } from '~/session'
import { ListView } from '~/ui/list/ListView'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { roleMembersQuery } from './queries'

const sorting = { by: ['name', 'email', 'created_at'], first: 'name' } as const

/** The users with a role. */
export function RoleMembers({ role }: { role: Role }) {
  const state = useListState({}, sorting)
  const members = useQuery(roleMembersQuery(role.id, state.query))
  const mayOpen = useCan('users.read')
  return (
    <ListView
      title="Members"
      plural="members"
      state={state}
      query={members}
      searchable={false}
      columns={columnsFor(mayOpen)}
      nameOf={(user) => user.name}
      empty={{
        icon: <IconUsers size={28} />,
        sentence: 'No one has this role yet. Assign it on a user’s page.',
      }}
    />
  )
}

const columnsFor = (mayOpen: boolean): Column<User>[] => [
  {
    key: 'name',
    label: 'Name',
    sort: 'name',
    cell: (user) =>
      mayOpen ? (
        <Anchor
          inherit
          fw={500}
          renderRoot={(props) => <Link to="/users/$id" params={{ id: user.id }} {...props} />}
        >
          {user.name}
        </Anchor>
      ) : (
        user.name
      ),
  },
  { key: 'email', label: 'Email', sort: 'email', cell: (user) => user.email },
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
]

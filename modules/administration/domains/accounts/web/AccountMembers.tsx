import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ListView } from '~/ui/list/ListView'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { RoleNames } from '~/ui/RoleNames'
import { StatusPill } from '~/ui/StatusPill'
import { UserName } from '~/ui/UserName'
import { type AccountMember, accountMembersQuery } from './queries'

const columns: Column<AccountMember>[] = [
  { key: 'name', label: 'Name', sort: 'name', cell: (user) => <UserName user={user} /> },
  { key: 'email', label: 'Email', sort: 'email', cell: (user) => user.email },
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
    key: 'created_at',
    label: 'Joined',
    sort: 'created_at',
    optional: true,
    cell: (user) => <RelativeTime at={user.created_at} />,
  },
]

const filters = {
  status: choiceFilter('Status', stateOptions('active', 'inactive', 'suspended')),
}
const sorting = { by: ['name', 'email', 'created_at'], first: 'name' } as const

/** The users of an account. */
export function AccountMembers({ id }: { id: string }) {
  const state = useListState(filters, sorting)
  const members = useQuery(accountMembersQuery({ ...state.query, account_id: id }))
  return (
    <ListView
      title="Members"
      plural="members"
      state={state}
      query={members}
      columns={columns}
      nameOf={(user) => user.name}
      empty={{ icon: <IconUsers size={28} />, sentence: 'This account has no users.' }}
    />
  )
}

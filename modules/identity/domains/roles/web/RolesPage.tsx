import { Anchor, Button, Menu } from '@mantine/core'
import { IconCopy, IconPlus, IconShieldLock, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Role } from '~/roles'
import { useCan } from '~/session'
import { formatCount } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { roleListQuery } from './queries'

const NewRole = lazy(() => import('./NewRole'))
const DeleteRole = lazy(() => import('./DeleteRole'))

const columns: Column<Role>[] = [
  {
    key: 'name',
    label: 'Role',
    sort: 'name',
    cell: (role) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/roles/$id" params={{ id: role.id }} {...props} />}
      >
        {role.display_name}
      </Anchor>
    ),
  },
  { key: 'key', label: 'Name', cell: (role) => <span className="mono">{role.name}</span> },
  {
    key: 'kind',
    fact: 'value',
    label: 'Type',
    cell: (role) => (role.immutable ? 'Built in' : 'Custom'),
  },
  { key: 'description', label: 'Description', cell: (role) => role.description || '–' },
  {
    key: 'permissions',
    label: 'Permissions',
    numeric: true,
    cell: (role) => formatCount(role.permissions.length),
  },
  {
    key: 'users_count',
    fact: 'labelled',
    label: 'Users',
    numeric: true,
    cell: (role) => formatCount(role.users_count),
  },
  {
    key: 'updated_at',
    label: 'Updated',
    optional: true,
    cell: (role) => <RelativeTime at={role.updated_at} />,
  },
]

const sorting = { by: ['name', 'created_at'], first: 'name' } as const

export function RolesPage() {
  const state = useListState({}, sorting)
  const roles = useQuery(roleListQuery(state.query))
  const can = { create: useCan('roles.create'), delete: useCan('roles.delete') }
  const drawer = useNewDrawer()
  const [duplicating, setDuplicating] = useState<Role | null>(null)
  const [deleting, setDeleting] = useState<Role | null>(null)
  const create = can.create && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Create role
    </Button>
  )
  return (
    <>
      <ListPage
        title="Roles"
        plural="roles"
        state={state}
        query={roles}
        searchable={false}
        columns={columns}
        nameOf={(role) => role.display_name}
        primary={create}
        empty={{ icon: <IconShieldLock size={28} />, sentence: 'No roles yet.' }}
        {...((can.create || can.delete) && {
          menu: (role: Role) => (
            <>
              {can.create && (
                <Menu.Item
                  leftSection={<IconCopy size={15} />}
                  onClick={() => setDuplicating(role)}
                >
                  Duplicate
                </Menu.Item>
              )}
              {can.delete && (
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={15} />}
                  disabled={role.immutable}
                  onClick={() => setDeleting(role)}
                >
                  {role.immutable ? 'Built-in roles cannot be deleted' : 'Delete'}
                </Menu.Item>
              )}
            </>
          ),
        })}
      />
      <Suspense>
        {drawer.opened && can.create && <NewRole onClose={drawer.close} />}
        {duplicating && <NewRole from={duplicating} onClose={() => setDuplicating(null)} />}
        {deleting && (
          <DeleteRole
            role={deleting}
            onDone={() => setDeleting(null)}
            onClose={() => setDeleting(null)}
          />
        )}
      </Suspense>
    </>
  )
}

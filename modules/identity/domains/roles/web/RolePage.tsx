import { Button, Menu, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCan, useMe } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { formatCount } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { useActivityTab } from '~/ui/useActivityTab'
import { roleQuery } from './queries'
import { RoleMembers } from './RoleMembers'

const RoleEditor = lazy(() => import('./RoleEditor'))
const NewRole = lazy(() => import('./NewRole'))
const DeleteRole = lazy(() => import('./DeleteRole'))

export function RolePage() {
  const id = useParam('id')
  const { data: role, error, refetch } = useQuery(roleQuery(id))
  const navigate = useNavigate()
  const impersonating = useMe().impersonator !== null
  const can = { create: useCan('roles.create'), delete: useCan('roles.delete') }
  const activity = useActivityTab({ resource: { type: 'role', id } })
  const [dialog, setDialog] = useState<'duplicate' | 'delete' | null>(null)
  const closeDialog = () => setDialog(null)

  if (error) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!role) return <DetailSkeleton blocks={[120, 320]} />
  return (
    <>
      <DetailPage
        parent={{ label: 'Roles', to: '/roles' }}
        name={role.display_name}
        id={role.id}
        status={<Text c="dimmed">{role.immutable ? 'Built in' : 'Custom'}</Text>}
        actions={
          !impersonating && (
            <>
              {can.create && (
                <Button variant="default" onClick={() => setDialog('duplicate')}>
                  Duplicate
                </Button>
              )}
              {can.delete && !role.immutable && (
                <RowMenu of={role.display_name}>
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={15} />}
                    onClick={() => setDialog('delete')}
                  >
                    Delete
                  </Menu.Item>
                </RowMenu>
              )}
            </>
          )
        }
        facts={[
          ['Description', role.description || '–'],
          [
            'Name',
            <span key="n" className="mono">
              {role.name}
            </span>,
          ],
          ['Users', formatCount(role.users_count)],
          ['Permissions', formatCount(role.permissions.length)],
          ['Updated', <RelativeTime key="u" at={role.updated_at} />],
        ]}
        tabs={[
          { name: 'members', label: 'Users', content: <RoleMembers role={role} /> },
          {
            name: 'permissions',
            label: 'Permissions',
            content: <RoleEditor key={role.id} role={role} />,
          },
          activity,
        ]}
      />
      <Suspense>
        {dialog === 'duplicate' && <NewRole from={role} onClose={closeDialog} />}
        {dialog === 'delete' && (
          <DeleteRole
            role={role}
            onDone={() => void navigate({ to: '/roles' })}
            onClose={closeDialog}
          />
        )}
      </Suspense>
    </>
  )
}

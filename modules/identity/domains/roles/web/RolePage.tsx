import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCan, useMe } from '~/session'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { LoadErrorPage } from '~/ui/LoadError'
import { permissionsQuery, roleQuery } from './queries'
import { RoleEditor } from './RoleEditor'

const NewRole = lazy(() => import('./NewRole'))
const DeleteRole = lazy(() => import('./DeleteRole'))

export function RolePage() {
  const id = useParam('id')
  const role = useQuery(roleQuery(id))
  const permissions = useQuery(permissionsQuery)
  const navigate = useNavigate()
  const impersonating = useMe().impersonator !== null
  const can = { create: useCan('roles.create'), delete: useCan('roles.delete') }
  const [dialog, setDialog] = useState<'duplicate' | 'delete' | null>(null)
  const closeDialog = () => setDialog(null)

  const failed = [role, permissions].find(({ error }) => error)
  if (failed) return <LoadErrorPage error={failed.error} retry={() => void failed.refetch()} />
  if (!role.data || !permissions.data) return <DetailSkeleton blocks={[120, 320]} />
  return (
    <>
      <RoleEditor
        key={role.data.id}
        role={role.data}
        permissions={permissions.data}
        actions={
          !impersonating && (
            <>
              {can.create && (
                <Button variant="default" onClick={() => setDialog('duplicate')}>
                  Duplicate
                </Button>
              )}
              {can.delete && !role.data.immutable && (
                <Button
                  variant="default"
                  c="var(--mantine-color-error)"
                  onClick={() => setDialog('delete')}
                >
                  Delete
                </Button>
              )}
            </>
          )
        }
      />
      <Suspense>
        {dialog === 'duplicate' && <NewRole from={role.data} onClose={closeDialog} />}
        {dialog === 'delete' && (
          <DeleteRole
            role={role.data}
            onDone={() => void navigate({ to: '/roles' })}
            onClose={closeDialog}
          />
        )}
      </Suspense>
    </>
  )
}

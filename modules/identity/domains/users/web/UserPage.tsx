import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useParam } from '~/params'
import { useRoleNames } from '~/roles'
import { useCan } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { useActivityTab } from '~/ui/useActivityTab'
import type { UserDialog } from './dialogs'
import { Permissions } from './Permissions'
import { userQuery } from './queries'
import { UserDialogs } from './UserDialogs'
import { UserMenu, useHasUserMenu } from './UserMenu'

export function UserPage() {
  const id = useParam('id')
  const { data: user, error, refetch } = useQuery(userQuery(id))
  const navigate = useNavigate()
  const roleName = useRoleNames()
  const mayEdit = useCan('users.update')
  const activity = useActivityTab({ userId: id })
  const hasMenu = useHasUserMenu()
  const [dialog, setDialog] = useState<UserDialog | null>(null)
  const closeDialog = () => setDialog(null)

  if (error) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!user) return <DetailSkeleton blocks={[240]} />
  return (
    <>
      <DetailPage
        parent={{ label: 'Users', to: '/users' }}
        name={user.name}
        id={user.id}
        status={<StatusPill state={user.locked ? 'locked' : user.status} />}
        actions={
          <>
            {mayEdit && (
              <Button variant="default" onClick={() => setDialog({ action: 'edit', user })}>
                Edit
              </Button>
            )}
            {hasMenu(user, true) && (
              <RowMenu of={user.name}>
                <UserMenu user={user} onChoose={setDialog} secondaryOnly />
              </RowMenu>
            )}
          </>
        }
        facts={[
          ['Email', user.email],
          ['Email confirmed', user.email_verified ? 'Yes' : 'No'],
          ['Roles', user.roles.map(roleName).join(', ') || 'None'],
          ['Two-factor authentication', user.two_factor_enabled ? 'On' : 'Off'],
          ['Last sign-in', <RelativeTime key="l" at={user.last_login_at} />],
          ['Failed sign-ins', user.failed_login_attempts],
          ['Joined', <RelativeTime key="c" at={user.created_at} />],
          ['Updated', <RelativeTime key="u" at={user.updated_at} />],
        ]}
        tabs={[
          {
            name: 'permissions',
            label: 'Permissions',
            content: <Permissions names={user.permissions} />,
          },
          activity,
        ]}
      />
      <UserDialogs
        dialog={dialog}
        onClose={closeDialog}
        onDeleted={() => void navigate({ to: '/users' })}
      />
    </>
  )
}

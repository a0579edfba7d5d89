import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useParam } from '~/params'
import { useRoleNames } from '~/roles'
import { useCan, useMe } from '~/session'
import { ActivityList } from '~/ui/ActivityList'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import type { UserDialog } from './dialogs'
import { Permissions } from './Permissions'
import { userQuery } from './queries'
import { UserDialogs } from './UserDialogs'
import { UserMenu, useHasUserMenu } from './UserMenu'

export function UserPage() {
  const id = useParam('id')
  const { data: user, error, refetch } = useQuery(userQuery(id))
  const navigate = useNavigate()
  const me = useMe()
  const roleName = useRoleNames()
  const mayEdit = useCan('users.update')
  const mayDelete = useCan('users.delete') && !me.impersonator
  const mayReadAudit = useCan('audit_logs.read')
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
            {mayDelete && user.id !== me.id && (
              <Button
                variant="default"
                c="var(--mantine-color-error)"
                onClick={() => setDialog({ action: 'delete', user })}
              >
                Delete
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
          ['Two-factor sign-in', user.two_factor_enabled ? 'On' : 'Off'],
          ['Last sign-in', <RelativeTime key="l" at={user.last_login_at} />],
          ['Failed sign-ins', user.failed_login_attempts],
          ['Joined', <RelativeTime key="c" at={user.created_at} />],
          ['Updated', <RelativeTime key="u" at={user.updated_at} />],
        ]}
        rail={
          mayReadAudit && (
            <ActivityList title="Activity" userId={user.id} empty="No activity yet." />
          )
        }
      >
        <Permissions names={user.permissions} />
      </DetailPage>
      <UserDialogs
        dialog={dialog}
        onClose={closeDialog}
        onDeleted={() => void navigate({ to: '/users' })}
      />
    </>
  )
}

import { Button, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useCan } from '../../session'
import { Activity } from '../../ui/Activity'
import { DetailPage } from '../../ui/DetailPage'
import { Failed } from '../../ui/Failed'
import { RelativeTime } from '../../ui/RelativeTime'
import { StatusPill } from '../../ui/StatusPill'
import { DeleteUser, EditUser } from './dialogs'
import { Permissions } from './Permissions'
import { userQuery } from './queries'

export function UserPage() {
  const { id } = useParams({ from: '/inside/users/$id' })
  const { data: user, error, refetch } = useQuery(userQuery(id))
  const navigate = useNavigate()
  const can = {
    edit: useCan('users.update'),
    delete: useCan('users.delete'),
    audit: useCan('audit_logs.read'),
  }
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null)
  const stop = () => setDoing(null)

  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!user) return <Placeholder />
  return (
    <>
      <DetailPage
        parent={{ label: 'Users', to: '/users' }}
        name={user.name}
        id={user.id}
        status={<StatusPill state={user.locked ? 'locked' : user.status} />}
        actions={
          <>
            {can.edit && (
              <Button variant="default" onClick={() => setDoing('edit')}>
                Edit
              </Button>
            )}
            {can.delete && (
              <Button
                variant="default"
                c="var(--mantine-color-error)"
                onClick={() => setDoing('delete')}
              >
                Delete
              </Button>
            )}
          </>
        }
        facts={[
          ['Email', user.email],
          ['Email verified', user.email_verified ? 'Yes' : 'Not yet'],
          ['Roles', user.roles.join(', ') || 'None'],
          ['Two-factor sign-in', user.two_factor_enabled ? 'On' : 'Off'],
          ['Last sign-in', <RelativeTime key="l" at={user.last_login_at} />],
          ['Failed sign-ins', user.failed_login_attempts],
          ['Joined', <RelativeTime key="c" at={user.created_at} />],
          ['Changed', <RelativeTime key="u" at={user.updated_at} />],
        ]}
        rail={
          can.audit && (
            <Activity
              title="Activity"
              userId={user.id}
              empty={`${user.name} has not done anything yet.`}
            />
          )
        }
      >
        <Permissions names={user.permissions} />
      </DetailPage>
      <Suspense>
        {doing === 'edit' && <EditUser user={user} onClose={stop} />}
        {doing === 'delete' && (
          <DeleteUser user={user} onDone={() => void navigate({ to: '/users' })} onClose={stop} />
        )}
      </Suspense>
    </>
  )
}

function Placeholder() {
  return (
    <Stack gap="md" aria-busy="true">
      <Skeleton height={16} width={60} />
      <Skeleton height={24} width={220} />
      <Skeleton height={240} />
    </Stack>
  )
}

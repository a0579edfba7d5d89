import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, data } from '../../api'
import { Failed } from '../../ui/Failed'
import { SettingsSection } from '../../ui/SettingsPage'

/** How much of its limits the account uses. */
export function Usage() {
  const usage = useQuery({
    queryKey: ['accounts', 'usage'],
    queryFn: ({ signal }) => data(api.GET('/api/v1/accounts/usage', { signal })),
  })
  const users = usage.data?.max_users
  return (
    <SettingsSection title="Usage">
      {usage.isPending && <Skeleton height={20} width={160} aria-busy="true" />}
      {usage.error && <Failed error={usage.error} retry={() => void usage.refetch()} />}
      {users && (
        <span>
          {users.current.toLocaleString('en')} {users.current === 1 ? 'user' : 'users'}
          {users.unlimited
            ? ', and no limit.'
            : ` of ${users.limit.toLocaleString('en')}, ${Math.round(users.percentage)} % used.`}
        </span>
      )}
    </SettingsSection>
  )
}

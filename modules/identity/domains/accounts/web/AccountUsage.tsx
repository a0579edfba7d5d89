import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, data } from '~/api'
import { LoadError } from '~/ui/LoadError'
import { SettingsSection } from '~/ui/SettingsLayout'
import { UsageBar } from '~/ui/UsageBar'

/** Usage of the account against its limits. */
export function AccountUsage() {
  const usage = useQuery({
    queryKey: ['accounts', 'usage'],
    queryFn: ({ signal }) => data(api.GET('/api/v1/accounts/usage', { signal })),
  })
  return (
    <SettingsSection title="Usage">
      {usage.isPending && <Skeleton height={20} width={160} aria-busy="true" />}
      {usage.error && <LoadError error={usage.error} retry={() => void usage.refetch()} />}
      {usage.data && (
        <Stack gap="md">
          <UsageBar label="Users" usage={usage.data.max_users} />
          <UsageBar label="Active API keys" usage={usage.data.max_api_keys} />
          <UsageBar label="Active webhooks" usage={usage.data.max_webhooks} />
        </Stack>
      )}
    </SettingsSection>
  )
}

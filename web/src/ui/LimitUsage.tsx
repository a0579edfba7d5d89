import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { limitUsageQuery } from '../usage'
import { LoadError } from './LoadError'
import { UsageBar } from './UsageBar'

/** How much of its limits an account uses: the current one, or another with `admin.accounts.read`. */
export function LimitUsage({ accountId }: { accountId?: string }) {
  const usage = useQuery(limitUsageQuery(accountId))
  if (usage.isPending) return <Skeleton height={72} aria-busy="true" />
  if (usage.error) return <LoadError error={usage.error} retry={() => void usage.refetch()} />
  return (
    <Stack gap="md">
      <UsageBar label="Users" usage={usage.data.max_users} />
      <UsageBar label="Active API keys" usage={usage.data.max_api_keys} />
      <UsageBar label="Active webhooks" usage={usage.data.max_webhooks} />
    </Stack>
  )
}

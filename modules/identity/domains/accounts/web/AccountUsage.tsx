import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, type Data, data } from '~/api'
import { Failed } from '~/ui/Failed'
import { SettingsSection } from '~/ui/SettingsLayout'

/** How much of its limits the account uses. */
export function AccountUsage() {
  const usage = useQuery({
    queryKey: ['accounts', 'usage'],
    queryFn: ({ signal }) => data(api.GET('/api/v1/accounts/usage', { signal })),
  })
  return (
    <SettingsSection title="Usage">
      {usage.isPending && <Skeleton height={20} width={160} aria-busy="true" />}
      {usage.error && <Failed error={usage.error} retry={() => void usage.refetch()} />}
      {usage.data && (
        <Stack gap={4}>
          <Line measure={usage.data.max_users} one="user" many="users" />
          <Line measure={usage.data.max_api_keys} one="active API key" many="active API keys" />
          <Line measure={usage.data.max_webhooks} one="active webhook" many="active webhooks" />
        </Stack>
      )}
    </SettingsSection>
  )
}

type LineProps = {
  measure: Data<'/api/v1/accounts/usage', 'get'>['max_users']
  one: string
  many: string
}

function Line({ measure, one, many }: LineProps) {
  const { current, limit, unlimited, percentage } = measure
  return (
    <span>
      {current.toLocaleString('en')} {current === 1 ? one : many}
      {unlimited
        ? ', and no limit.'
        : ` of ${limit.toLocaleString('en')}, ${Math.round(percentage)} % used.`}
    </span>
  )
}

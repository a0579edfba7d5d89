import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, type Data, data } from '~/api'
import { formatCount, formatPercent } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { SettingsSection } from '~/ui/SettingsLayout'

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
        <Stack gap={4}>
          <Line measure={usage.data.max_users} singular="user" plural="users" />
          <Line
            measure={usage.data.max_api_keys}
            singular="active API key"
            plural="active API keys"
          />
          <Line
            measure={usage.data.max_webhooks}
            singular="active webhook"
            plural="active webhooks"
          />
        </Stack>
      )}
    </SettingsSection>
  )
}

type LineProps = {
  measure: Data<'/api/v1/accounts/usage', 'get'>['max_users']
  singular: string
  plural: string
}

function Line({ measure, singular, plural }: LineProps) {
  const { current, limit, unlimited, percentage } = measure
  return (
    <span>
      {formatCount(current)} {current === 1 ? singular : plural}
      {unlimited
        ? ' (no limit)'
        : ` of ${formatCount(limit)} (${formatPercent(percentage, 0)} used)`}
    </span>
  )
}

import { Stack, Title } from '@mantine/core'
import { usePageTitle } from '~/ui/usePageTitle'
import { RateLimitFigures } from './RateLimitFigures'
import { RateLimitingTabs } from './RateLimitingTabs'
import { RateLimitLookup } from './RateLimitLookup'
import { StatusPanel } from './StatusPanel'

/** Rate limiting status, throttled requests of the last day, and a lookup by identifier. */
export function RateLimitingPage() {
  usePageTitle('Rate limits')
  return (
    <Stack gap="sm">
      <Title order={1} mih={30}>
        Rate limits{' '}
      </Title>
      <RateLimitingTabs />
      <StatusPanel />
      <RateLimitFigures />
      <RateLimitLookup />
    </Stack>
  )
}

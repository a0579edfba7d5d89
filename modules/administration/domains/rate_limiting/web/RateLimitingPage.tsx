import { Group, Stack, Title } from '@mantine/core'
import { LearnMore } from '~/ui/LearnMore'
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
      <Group gap="xs" align="baseline" mih={30}>
        <Title order={1}>Rate limits</Title>
        <LearnMore />
      </Group>
      <RateLimitingTabs />
      <StatusPanel />
      <RateLimitFigures />
      <RateLimitLookup />
    </Stack>
  )
}

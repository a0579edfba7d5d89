import { Stack, Title } from '@mantine/core'
import { usePageTitle } from '~/ui/usePageTitle'
import { RateLimitFigures } from './RateLimitFigures'
import { RateLimitingTabs } from './RateLimitingTabs'
import { RateLimitLookup } from './RateLimitLookup'
import { StatusPanel } from './StatusPanel'

/** Whether limits hold, what they refused in the last day, and how they stand for somebody. */
export function RateLimitingPage() {
  usePageTitle('Limits')
  return (
    <Stack gap="sm">
      <Title order={1} mih={30}>
        Limits
      </Title>
      <RateLimitingTabs />
      <StatusPanel />
      <RateLimitFigures />
      <RateLimitLookup />
    </Stack>
  )
}

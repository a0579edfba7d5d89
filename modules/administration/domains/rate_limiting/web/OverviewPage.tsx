import { Stack, Title } from '@mantine/core'
import { usePageTitle } from '~/ui/usePageTitle'
import { Figures } from './Figures'
import { LookUp } from './LookUp'
import { Sections } from './Sections'
import { StatusPanel } from './StatusPanel'

/** Whether limits hold, what they refused in the last day, and how they stand for somebody. */
export function OverviewPage() {
  usePageTitle('Limits')
  return (
    <Stack gap="sm">
      <Title order={1} mih={30}>
        Limits
      </Title>
      <Sections />
      <StatusPanel />
      <Figures />
      <LookUp />
    </Stack>
  )
}

import { Group, NativeSelect, SimpleGrid, Stack, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { TimeRangePicker } from '~/ui/TimeRangePicker'
import { usePageTitle } from '~/ui/usePageTitle'
import { useJobCatalogue } from './catalogue'
import { jobRanges } from './chartPoints'
import { JobHistory } from './JobHistory'
import { JobTabs } from './JobTabs'
import { Queues } from './Queues'

/** Current queues, and charts of throughput and speed. */
export function JobsOverviewPage() {
  usePageTitle('Jobs')
  const url: Record<string, string | undefined> = useSearch({ strict: false })
  const { queueNames, queueOptions } = useJobCatalogue()
  const navigate = useNavigate()
  const range = jobRanges.find((one) => one === url.time_range) ?? '1h'
  const queue = queueNames.find((one) => one === url.queue)
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: { ...url, ...change }, replace: true })
  return (
    <Stack gap="sm">
      <Title order={1} mih={30}>
        Jobs
      </Title>
      <JobTabs />
      <Queues />
      <Group justify="space-between" gap="xs" mt="sm">
        <NativeSelect
          size="xs"
          aria-label="Queue"
          data={[{ value: '', label: 'All queues' }, ...queueOptions]}
          value={queue ?? ''}
          onChange={(event) => set({ queue: event.currentTarget.value || undefined })}
        />
        <TimeRangePicker
          among={jobRanges}
          value={range}
          onChange={(time_range) => set({ time_range })}
        />
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <JobHistory kind="throughput" queue={queue} range={range} />
        <JobHistory kind="speed" queue={queue} range={range} />
      </SimpleGrid>
    </Stack>
  )
}

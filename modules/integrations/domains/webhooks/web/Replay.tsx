import {
  Button,
  Group,
  Modal,
  MultiSelect,
  NativeSelect,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormProblem, useApiForm } from '~/ui/form'
import { formatCount, formatNoun } from '~/ui/format'
import { toast } from '~/ui/toast'
import { replay, retryFailed } from './deliveries'
import { eventsQuery, type Webhook, type WebhookEventType } from './queries'

const HOUR_MS = 3600_000
const spans = [
  { value: '1', label: 'Last hour' },
  { value: '24', label: 'Last 24 hours' },
  { value: '168', label: 'Last 7 days' },
]
const longSpans = [
  ...spans,
  { value: '720', label: 'Last 30 days' },
  { value: 'custom', label: 'Custom range' },
]

type ReplayScope = 'failed' | 'all'
type Props = { webhook: Webhook; onClose: () => void }

/** Resends failed deliveries, or all of them, for a receiver that lost data. */
export default function Replay({ webhook, onClose }: Props) {
  const { data: events = [] } = useQuery(eventsQuery)
  const api = useApiForm({
    initialValues: {
      scope: 'failed' as ReplayScope,
      span: '24',
      since: '',
      until: '',
      event_types: [] as WebhookEventType[],
    },
    validate: {
      since: (since, { scope, span }) =>
        scope === 'all' && span === 'custom' && !since ? 'Enter a start time.' : null,
    },
    submit: async ({ scope, span, since, until, event_types }) => {
      const from = new Date(Date.now() - Number(span) * HOUR_MS + MARGIN_MS).toISOString()
      if (scope === 'failed') return { scope, ...(await retryFailed(webhook.id, from)) }
      const range =
        span === 'custom'
          ? { since: utc(since), ...(until && { until: utc(until) }) }
          : { since: from }
      return { scope, ...(await replay(webhook.id, range, event_types)) }
    },
    onDone: ({ scope, queued_count, matching_count }) => {
      toast.notice(report(scope, queued_count, matching_count))
      onClose()
    },
  })
  const { form } = api
  const { scope, span } = form.getValues()
  return (
    <Modal
      opened
      onClose={onClose}
      title="Replay deliveries"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={api.onSubmit} noValidate>
        <Stack gap="md">
          <Text>
            Resends past deliveries. Each keeps its ID, so the receiver can detect duplicates.
          </Text>
          <FormProblem problem={api.problem} />
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label="Deliveries to resend"
            data={[
              { value: 'failed', label: 'Failed only' },
              { value: 'all', label: 'All' },
            ]}
            value={scope}
            onChange={(next) => form.setValues({ scope: next as ReplayScope, span: '24' })}
          />
          <NativeSelect
            label="Time range"
            data={scope === 'failed' ? spans : longSpans}
            {...form.getInputProps('span')}
          />
          {scope === 'all' && span === 'custom' && (
            <Group grow align="flex-start">
              <TextInput
                label="From"
                description="In UTC, up to 30 days ago."
                type="datetime-local"
                required
                {...form.getInputProps('since')}
              />
              <TextInput
                label="Until"
                description="Optional. In UTC. Defaults to now."
                type="datetime-local"
                {...form.getInputProps('until')}
              />
            </Group>
          )}
          {scope === 'all' && (
            <MultiSelect
              label="Events"
              description="Optional. Defaults to all events."
              data={events.map(({ type, description }) => ({ value: type, label: description }))}
              searchable
              clearable
              {...form.getInputProps('event_types')}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={api.busy}>
              Replay
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** The server rejects a start more than 30 days back; this margin covers the time of the request. */
const MARGIN_MS = 5000

const utc = (local: string) => `${local.length === 16 ? `${local}:00` : local}.000Z`

function report(scope: ReplayScope, queued: number, matching: number) {
  if (matching === 0) return 'No deliveries to resend.'
  const done = `${formatNoun(queued, 'delivery', 'deliveries')} queued`
  if (queued >= matching) return `${done}.`
  const next =
    scope === 'failed' ? 'Replay again for the rest.' : 'Choose a later start for the rest.'
  return `${done}: the oldest of ${formatCount(matching)}. ${next}`
}

import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useCan } from '~/session'
import { formatCount } from '~/ui/format'
import { exactUtc } from '~/ui/relative'
import { toast } from '~/ui/toast'
import { setWebhookStatus, type Webhook } from './queries'
import { webhookState } from './states'

/** Explains why deliveries fail or wait, and what to do. Renders nothing for a healthy webhook. */
export function WebhookHealth({ webhook }: { webhook: Webhook }) {
  const mayUpdate = useCan('webhooks.update')
  const enable = useMutation({
    mutationFn: () => setWebhookStatus(webhook.id, 'active'),
    onSuccess: () => toast.done('The webhook was enabled.'),
    onError: toast.failed,
  })
  const state = webhookState(webhook)
  if (state === 'active') return null
  const isDisabled = state === 'inactive' || state === 'disabled'
  const { title, text } = explain(webhook)
  return (
    <Alert
      color={state === 'disabled' || state === 'failing' ? 'red' : isDisabled ? 'gray' : 'amber'}
      title={title}
      role="status"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text}</Text>
        {isDisabled && mayUpdate && (
          <Button variant="default" loading={enable.isPending} onClick={() => enable.mutate()}>
            {' '}
            Enable
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

function explain(webhook: Webhook): { title: string; text: string } {
  const { status, disabled_reason, disabled_at, circuit_status, circuit_until } = webhook
  const { consecutive_failures: count, failing_since } = webhook
  const failures =
    count === 1 ? 'The last attempt failed' : `The last ${formatCount(count)} attempts failed`
  if (status === 'inactive') {
    const when = disabled_at && ` on ${exactUtc(disabled_at)}`
    const missed = 'Events that occur while it is disabled are not delivered.'
    if (!disabled_reason) return { title: 'This webhook is disabled', text: missed }
    const why =
      disabled_reason === 'gone'
        ? 'The receiver responded with 410 Gone.'
        : 'Every attempt failed for five days.'
    return {
      title: `This webhook was disabled automatically${when ?? ''}`,
      text: `${why} ${missed}`,
    }
  }
  const until = circuit_until ? exactUtc(circuit_until) : 'later'
  if (circuit_status === 'half_open') {
    return {
      title: 'Testing the receiver with one delivery',
      text: 'The other deliveries wait for its result.',
    }
  }
  if (circuit_status === 'open' && failing_since) {
    return {
      title: `Deliveries are paused until ${until}`,
      text: `${failures}. After the pause, one delivery is attempted. If it succeeds, the others follow.`,
    }
  }
  if (circuit_status === 'open') {
    return {
      title: `Deliveries are paused until ${until}`,
      text: 'The receiver asked to wait. This does not count as a failure.',
    }
  }
  const since = failing_since ? ` since ${exactUtc(failing_since)}` : ''
  return {
    title: `Deliveries have been failing${since}`,
    text: `${failures}. Each delivery is retried. After five consecutive failures, deliveries are paused. After five days of failures, the webhook is disabled.`,
  }
}

import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useCan } from '~/session'
import { exactUtc } from '~/ui/RelativeTime'
import { toast } from '~/ui/toast'
import { setWebhookStatus, type Webhook } from './queries'
import { webhookState } from './states'

/** Why nothing comes through, in plain words, and what to do. Silent while all is well. */
export function WebhookHealth({ webhook }: { webhook: Webhook }) {
  const mayUpdate = useCan('webhooks.update')
  const turn = useMutation({
    mutationFn: () => setWebhookStatus(webhook.id, 'active'),
    onSuccess: () => toast.done('The webhook is switched on.'),
    onError: toast.failed,
  })
  const state = webhookState(webhook)
  if (state === 'active') return null
  const off = state === 'inactive' || state === 'disabled'
  const { title, text } = saying(webhook)
  return (
    <Alert
      color={state === 'disabled' || state === 'failing' ? 'red' : off ? 'gray' : 'amber'}
      title={title}
      role="status"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text}</Text>
        {off && mayUpdate && (
          <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate()}>
            Switch on
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

function saying(webhook: Webhook): { title: string; text: string } {
  const { status, disabled_reason, disabled_at, circuit_status, circuit_until } = webhook
  const { consecutive_failures: count, failing_since } = webhook
  const failures = count === 1 ? 'The last try failed' : `The last ${count} tries failed`
  if (status === 'inactive') {
    const when = disabled_at && ` on ${exactUtc(disabled_at)}`
    const missed = 'Events that happen meanwhile are not delivered, also not later.'
    if (!disabled_reason) return { title: 'It is switched off', text: missed }
    const why =
      disabled_reason === 'gone'
        ? 'The receiver answered “410 Gone”: it wants nothing more.'
        : 'Every try had failed for five days.'
    return { title: `It was switched off${when ?? ''}`, text: `${why} ${missed}` }
  }
  const until = circuit_until ? exactUtc(circuit_until) : 'a little later'
  if (circuit_status === 'half_open') {
    return {
      title: 'One delivery goes first',
      text: 'It shows whether the receiver works again. The others wait for it.',
    }
  }
  if (circuit_status === 'open' && failing_since) {
    return {
      title: `Deliveries wait until ${until}`,
      text: `${failures}, so the receiver is left alone for a while. Then one delivery goes first, and the others follow when it arrives.`,
    }
  }
  if (circuit_status === 'open') {
    return {
      title: `Deliveries wait until ${until}`,
      text: 'The receiver asked to wait. It does not count as broken for that.',
    }
  }
  const since = failing_since ? ` since ${exactUtc(failing_since)}` : ''
  return {
    title: `Deliveries fail${since}`,
    text: `${failures}. Each delivery is tried again; after five failures in a row they wait for one to arrive, and after five days the webhook is switched off.`,
  }
}

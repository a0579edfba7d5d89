import { Alert, Anchor, Button, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCan } from '~/session'
import { Copyable } from '~/ui/Copyable'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { Attempts } from './Attempts'
import { DeliveryRequest } from './DeliveryRequest'
import { type DeliveryDetail, deliveryQuery, resendDelivery } from './deliveries'
import { deliveryState } from './states'
import classes from './webhooks.module.css'

/** One delivery: every attempt with the response, the next attempt, and the request. */
export default function DeliveryDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: delivery, error, refetch } = useQuery(deliveryQuery(id))
  return (
    <Drawer
      opened
      size={640}
      title={delivery ? `Delivery of ${delivery.event_type}` : 'Delivery'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onClose={onClose}
    >
      {error && <LoadError error={error} retry={() => void refetch()} />}
      {!delivery && !error && <Skeleton height={320} aria-busy="true" />}
      {delivery && <Details delivery={delivery} />}
    </Drawer>
  )
}

function Details({ delivery }: { delivery: DeliveryDetail }) {
  const mayUpdate = useCan('webhooks.update')
  const resend = useMutation({
    mutationFn: () => resendDelivery(delivery.id),
    onSuccess: () => toast.done('The delivery was queued.'),
  })
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        <Group justify="space-between">
          <div className={classes.figures}>
            <StatusPill state={deliveryState(delivery)} />
            {delivery.test && <span>Test</span>}
            <RelativeTime at={delivery.created_at} />
          </div>
          {mayUpdate && (
            <Button
              variant="default"
              loading={resend.isPending}
              disabled={delivery.status === 'pending'}
              onClick={() => resend.mutate()}
            >
              Resend
            </Button>
          )}
        </Group>
        <Anchor
          size="sm"
          style={{ overflowWrap: 'anywhere' }}
          renderRoot={(props) => (
            <Link to="/webhooks/$id" params={{ id: delivery.webhook.id }} {...props} />
          )}
        >
          {delivery.webhook.url}
        </Anchor>
        <Copyable value={delivery.event_id} label="event ID" />
        <Text size="sm">{statusSentence(delivery)}</Text>
      </Stack>
      {resend.error && (
        <Alert color="red" role="alert">
          {resend.error.message}
        </Alert>
      )}
      <section aria-label="Attempts">
        <Title order={2}>Attempts</Title>
        <Attempts attempts={delivery.attempts} />
      </section>
      <DeliveryRequest delivery={delivery} />
    </Stack>
  )
}

function statusSentence({ status, next_retry_at, test }: DeliveryDetail) {
  if (status === 'successful') return 'Delivered.'
  if (status === 'pending' && next_retry_at) return `Scheduled for ${exactUtc(next_retry_at)}.`
  if (status === 'pending') return 'Being delivered.'
  if (next_retry_at) return `Next attempt at ${exactUtc(next_retry_at)}.`
  return test ? 'Test events are not retried.' : 'It is not retried automatically.'
}

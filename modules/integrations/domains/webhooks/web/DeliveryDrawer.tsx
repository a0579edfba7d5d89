import { Alert, Anchor, Button, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCan } from '~/session'
import { Copyable } from '~/ui/Copyable'
import { Json } from '~/ui/Json'
import { LoadError } from '~/ui/LoadError'
import { exactUtc, RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { Attempts } from './Attempts'
import { type DeliveryDetail, deliveryQuery, resendDelivery } from './deliveries'
import { deliveryState } from './states'
import classes from './webhooks.module.css'

/** One delivery: what was sent, every try, and what comes next. */
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
      {delivery && <Opened delivery={delivery} />}
    </Drawer>
  )
}

function Opened({ delivery }: { delivery: DeliveryDetail }) {
  const mayUpdate = useCan('webhooks.update')
  const again = useMutation({
    mutationFn: () => resendDelivery(delivery.id),
    onSuccess: () => toast.done('It is being sent again.'),
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
              loading={again.isPending}
              disabled={delivery.status === 'pending'}
              onClick={() => again.mutate()}
            >
              Send again
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
        <Copyable value={delivery.event_id} label="event id" />
        <Text size="sm">{comingUp(delivery)}</Text>
      </Stack>
      {again.error && (
        <Alert color="red" role="alert">
          {again.error.message}
        </Alert>
      )}
      <section aria-label="Tries">
        <Title order={2}>Tries</Title>
        <Attempts attempts={delivery.attempts} />
      </section>
      <section aria-label="Body">
        <Title order={2} mb="xs">
          Body
        </Title>
        <Json value={delivery.payload} label="Body as it is sent" />
      </section>
    </Stack>
  )
}

function comingUp({ status, next_retry_at, test }: DeliveryDetail) {
  if (status === 'successful') return 'It arrived.'
  if (status === 'pending' && next_retry_at) return `It waits until ${exactUtc(next_retry_at)}.`
  if (status === 'pending') return 'It is on its way.'
  if (next_retry_at) return `It is tried again at ${exactUtc(next_retry_at)}.`
  return test ? 'A test is tried once.' : 'It is not tried again by itself.'
}

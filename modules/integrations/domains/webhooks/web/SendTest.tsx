import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Attempt } from './Attempts'
import { DeliveryPayload } from './DeliveryPayload'
import { eventsQuery, sendTest, type Webhook, type WebhookEventType } from './queries'

type Props = { webhook: Webhook; onClose: () => void }

/** Sends a test event and shows the response. */
export default function SendTest({ webhook, onClose }: Props) {
  const { data: events = [] } = useQuery(eventsQuery)
  const [type, setType] = useState<WebhookEventType>('test.webhook')
  const kind = events.find((one) => one.type === type)
  const test = useMutation({ mutationFn: () => sendTest(webhook.id, type) })
  const attempt = test.data?.attempts[0]
  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title="Send test event"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <Text>
          Sends an example event to this webhook only and shows the response. It is not retried and
          not counted in the metrics.
        </Text>
        <Select
          label="Event"
          description={kind?.description}
          data={events.map((one) => one.type)}
          value={type}
          onChange={(selected) => selected && setType(selected as WebhookEventType)}
          allowDeselect={false}
          searchable
        />
        {kind && <DeliveryPayload kind={kind} />}
        {attempt && (
          <Alert
            role="status"
            color={attempt.error_message === null ? 'green' : 'red'}
            title={attempt.error_message === null ? 'Test event delivered' : 'Delivery failed'}
          >
            <Attempt attempt={attempt} />
          </Alert>
        )}
        {test.error && (
          <Alert color="red" role="alert">
            {test.error.message}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button loading={test.isPending} onClick={() => test.mutate()}>
            Send test event{' '}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

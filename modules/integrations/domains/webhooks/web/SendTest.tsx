import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Attempt } from './Attempts'
import { DeliveryPayload } from './DeliveryPayload'
import { eventsQuery, sendTest, type Webhook, type WebhookEventType } from './queries'

type Props = { webhook: Webhook; onClose: () => void }

/** Sends an example and waits for the receiver's answer. */
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
      title="Send a test"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <Text>
          Sends an example to this webhook alone and shows what comes back. It is tried once and
          counts for nothing.
        </Text>
        <Select
          label="Event"
          description={kind?.description}
          data={events.map((one) => one.type)}
          value={type}
          onChange={(chosen) => chosen && setType(chosen as WebhookEventType)}
          allowDeselect={false}
          searchable
        />
        {kind && <DeliveryPayload kind={kind} />}
        {attempt && (
          <Alert
            role="status"
            color={attempt.error_message === null ? 'green' : 'red'}
            title={attempt.error_message === null ? 'It arrived' : 'It did not arrive'}
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
            Send test
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

import { Alert, Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { NewSecret } from './NewSecret'
import { rotateSecret, type Webhook } from './queries'

const HOUR = 3600
const overlaps = [
  { value: '0', label: 'None' },
  { value: String(HOUR), label: '1 hour' },
  { value: String(24 * HOUR), label: '24 hours' },
  { value: String(7 * 24 * HOUR), label: '7 days' },
]

type Props = { webhook: Webhook; onClose: () => void }

/** Creates a new secret. During the overlap, each delivery is signed with both secrets. */
export default function RotateSecret({ webhook, onClose }: Props) {
  const [overlap, setOverlap] = useState(String(24 * HOUR))
  const rotation = useMutation({ mutationFn: () => rotateSecret(webhook.id, Number(overlap)) })
  if (rotation.data) {
    return <NewSecret title="Secret rotated" secret={rotation.data.secret} onSaved={onClose} />
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Rotate the signing secret?"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <Text>
          New deliveries are signed with a new secret. During the overlap, they are also signed with
          the current secret, so you can update your receiver without failures.
        </Text>
        <div>
          <Text size="sm" fw={500} mb={4} id="overlap">
            Overlap
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="overlap"
            data={overlaps}
            value={overlap}
            onChange={setOverlap}
          />
        </div>
        {overlap === '0' && (
          <Text size="sm" c="dimmed">
            Choose this if the secret leaked. Deliveries fail verification until you update your
            receiver.
          </Text>
        )}
        {rotation.error && (
          <Alert color="red" role="alert">
            {rotation.error.message}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={rotation.isPending} onClick={() => rotation.mutate()}>
            Rotate secret
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

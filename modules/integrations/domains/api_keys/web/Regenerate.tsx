import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { type ApiKey, type ApiKeyWithSecret, regenerate } from './queries'
import ShownOnce from './ShownOnce'

type Props = { apiKey: ApiKey; onClose: () => void }

const overlaps = [
  { value: '0', label: 'Expires immediately' },
  { value: '3600', label: 'Expires in 1 hour' },
  { value: '86400', label: 'Expires in 24 hours' },
]

/** Issues a new secret for the same key. The previous one can stay valid for a while to avoid downtime. */
export default function Regenerate({ apiKey, onClose }: Props) {
  const [overlap, setOverlap] = useState(apiKey.status === 'active' ? '3600' : '0')
  const [created, setCreated] = useState<ApiKeyWithSecret | null>(null)
  if (created) return <ShownOnce apiKey={created} onDone={onClose} />
  return (
    <ConfirmDanger
      title={`Regenerate ${apiKey.name}?`}
      actionLabel="Regenerate key"
      onConfirm={async () => setCreated(await regenerate(apiKey.id, Number(overlap)))}
      onDone={() => {}}
      onClose={onClose}
    >
      <Stack gap="md">
        <span>You get a new key with the same scopes and limits.</span>
        {apiKey.status === 'active' ? (
          <Radio.Group label="Previous key" value={overlap} onChange={setOverlap}>
            <Stack gap="xs" mt="xs">
              {overlaps.map((overlap) => (
                <Radio key={overlap.value} {...overlap} />
              ))}
            </Stack>
          </Radio.Group>
        ) : (
          <span>
            The key stays {apiKey.status} until you{' '}
            {apiKey.status === 'revoked' ? 'activate it' : 'extend its expiry date'}. The previous
            secret stops working immediately.
          </span>
        )}
      </Stack>
    </ConfirmDanger>
  )
}

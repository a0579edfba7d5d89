import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { type ApiKey, type ApiKeyWithSecret, regenerate } from './queries'
import ShownOnce from './ShownOnce'

type Props = { apiKey: ApiKey; onClose: () => void }

const overlaps = [
  { value: '0', label: 'The old key ends at once' },
  { value: '3600', label: 'Both work for an hour' },
  { value: '86400', label: 'Both work for a day' },
]

/** A new secret for the same key; the old one may go on for a while, so that nothing stops in between. */
export default function Regenerate({ apiKey, onClose }: Props) {
  const [overlap, setOverlap] = useState(apiKey.status === 'active' ? '3600' : '0')
  const [made, setMade] = useState<ApiKeyWithSecret | null>(null)
  if (made) return <ShownOnce apiKey={made} onDone={onClose} />
  return (
    <ConfirmDanger
      title={`Regenerate ${apiKey.name}?`}
      actionLabel="Regenerate key"
      onConfirm={async () => setMade(await regenerate(apiKey.id, Number(overlap)))}
      onDone={() => {}}
      onClose={onClose}
    >
      <Stack gap="md">
        <span>You get a new key with the same scopes and limits.</span>
        {apiKey.status === 'active' ? (
          <Radio.Group label="What becomes of the old key" value={overlap} onChange={setOverlap}>
            <Stack gap="xs" mt="xs">
              {overlaps.map((one) => (
                <Radio key={one.value} {...one} />
              ))}
            </Stack>
          </Radio.Group>
        ) : (
          <span>
            The key stays {apiKey.status} until you{' '}
            {apiKey.status === 'revoked' ? 'activate it' : 'give it more time'}; the old secret ends
            at once.
          </span>
        )}
      </Stack>
    </ConfirmDanger>
  )
}

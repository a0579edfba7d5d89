import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { NewToken } from './NewToken'
import { changeToken, type Worker } from './queries'

const overlaps = [
  { value: '300', label: '5 minutes' },
  { value: '900', label: '15 minutes' },
  { value: '3600', label: '1 hour' },
  { value: '0', label: 'Invalidate immediately' },
]

/** Issues a new token. The previous one stays valid for a while, so that the worker can be restarted. */
export default function ChangeToken({ worker, onClose }: { worker: Worker; onClose: () => void }) {
  const [overlap, setOverlap] = useState('300')
  const [token, setToken] = useState<string | null>(null)
  if (token)
    return <NewToken title={`New token for ${worker.name}`} token={token} onSaved={onClose} />
  return (
    <ConfirmDanger
      title={`Rotate the token of ${worker.name}?`}
      actionLabel="Rotate token"
      onConfirm={async () => setToken(await changeToken(worker.id, Number(overlap)))}
      onDone={() => {}}
      onClose={onClose}
    >
      <Text mb="md">Restart the worker with the new token before the current one expires.</Text>
      <NativeSelect
        label="Current token stays valid for"
        data={overlaps}
        value={overlap}
        onChange={(event) => setOverlap(event.currentTarget.value)}
      />
    </ConfirmDanger>
  )
}

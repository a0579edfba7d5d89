import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { queueNames } from './catalogue'
import { redrive } from './queries'

/** Asks before many jobs are done again: whatever they do outside is done again too. */
export function RetryJobsDialog({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState('')
  const queue = queueNames.find((one) => one === chosen)
  const run = async () => {
    const count = await redrive(queue)
    toast.done(count === 1 ? 'One job is queued again.' : `${count} jobs are queued again.`)
  }
  return (
    <ConfirmDanger
      title={queue ? `Queue the dead letters of ${queue} again?` : 'Queue all dead letters again?'}
      actionLabel="Queue again"
      onConfirm={run}
      onDone={onClose}
      onClose={onClose}
    >
      <Text mb="md">
        Up to 1,000 jobs are tried anew, each as often as at first. Mend what made them fail first,
        or they come back.
      </Text>
      <NativeSelect
        label="Which"
        data={[{ value: '', label: 'Of all queues' }, ...queueNames]}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
    </ConfirmDanger>
  )
}

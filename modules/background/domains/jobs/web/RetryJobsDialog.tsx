import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatCode, formatNoun } from '~/ui/format'
import { toast } from '~/ui/toast'
import { useJobCatalogue } from './catalogue'
import { redrive } from './queries'

/** Asks before retrying many jobs, because their external effects may happen again. */
export function RetryJobsDialog({ onClose }: { onClose: () => void }) {
  const { queueNames, queueOptions } = useJobCatalogue()
  const [selectedQueue, setSelectedQueue] = useState('')
  const queue = queueNames.find((one) => one === selectedQueue)
  const run = async () => {
    const count = await redrive(queue)
    toast.done(`${formatNoun(count, 'job')} queued again.`)
  }
  return (
    <ConfirmDanger
      title={queue ? `Retry dead letters of ${formatCode(queue)}?` : 'Retry all dead letters?'}
      actionLabel="Retry jobs"
      onConfirm={run}
      onDone={onClose}
      onClose={onClose}
    >
      <Text mb="md">
        Retries up to 1,000 jobs with a new set of attempts. Fix the cause first, or they will fail
        again.
      </Text>
      <NativeSelect
        label="Queue"
        data={[{ value: '', label: 'All queues' }, ...queueOptions]}
        value={selectedQueue}
        onChange={(event) => setSelectedQueue(event.currentTarget.value)}
      />
    </ConfirmDanger>
  )
}

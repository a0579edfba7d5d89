import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatCount } from '~/ui/format'
import { toast } from '~/ui/toast'
import { useJobCatalogue } from './catalogue'
import { redrive } from './queries'

/** Asks before retrying many jobs, because their external effects may happen again. */
export function RetryJobsDialog({ onClose }: { onClose: () => void }) {
  const { queueNames } = useJobCatalogue()
  const [selectedQueue, setSelectedQueue] = useState('')
  const queue = queueNames.find((one) => one === selectedQueue)
  const run = async () => {
    const count = await redrive(queue)
    toast.done(
      count === 1 ? '1 job was enqueued again.' : `${formatCount(count)} jobs were enqueued again.`,
    )
  }
  return (
    <ConfirmDanger
      title={queue ? `Retry dead letters of ${queue}?` : 'Retry all dead letters?'}
      actionLabel="Retry jobs"
      onConfirm={run}
      onDone={onClose}
      onClose={onClose}
    >
      <Text mb="md">
        Enqueues up to 1,000 jobs again with all their attempts. Fix the cause first, or they will
        fail again.
      </Text>
      <NativeSelect
        label="Queue"
        data={[{ value: '', label: 'All queues' }, ...queueNames]}
        value={selectedQueue}
        onChange={(event) => setSelectedQueue(event.currentTarget.value)}
      />
    </ConfirmDanger>
  )
}

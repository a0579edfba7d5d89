import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '../../ui/ConfirmDanger'
import { toast } from '../../ui/toast'
import { suspendWorker, type Worker } from './queries'

export default function SuspendWorker({
  worker,
  onClose,
}: {
  worker: Worker
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDanger
      title={`Suspend ${worker.name}?`}
      verb="Suspend"
      act={() => suspendWorker(worker.id, reason.trim())}
      onDone={() => {
        toast.done(`${worker.name} is suspended.`)
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">
        It gets no work until somebody activates it again. The jobs it has in hand go to other
        workers at once.
      </Text>
      <Textarea
        label="Reason"
        description="Optional. Kept among its activities and in the audit log."
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDanger>
  )
}

import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from './ConfirmDanger'
import { toast } from './toast'

type Props = {
  name: string
  /** What suspending does to it. */
  children: string
  /** Where the reason can be read later. */
  reasonHelp: string
  onConfirm: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Asks before something is suspended, and why. */
export function ConfirmSuspend({ name, children, reasonHelp, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDanger
      title={`Suspend ${name}?`}
      actionLabel="Suspend"
      onConfirm={() => onConfirm(reason.trim())}
      onDone={() => {
        toast.done(`${name} is suspended.`)
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">{children}</Text>
      <Textarea
        label="Reason"
        description={`Optional. Kept ${reasonHelp}.`}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDanger>
  )
}

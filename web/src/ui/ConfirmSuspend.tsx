import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from './ConfirmDanger'
import { toast } from './toast'

type Props = {
  name: string
  /** The effect of suspending. */
  children: string
  /** Help text of the reason field: where the reason is recorded. */
  reasonHelp: string
  onConfirm: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for confirmation and a reason before something is suspended. */
export function ConfirmSuspend({ name, children, reasonHelp, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDanger
      title={`Suspend ${name}?`}
      actionLabel="Suspend"
      onConfirm={() => onConfirm(reason.trim())}
      onDone={() => {
        toast.done(`${name} was suspended.`)
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">{children}</Text>
      <Textarea
        label="Reason"
        description={reasonHelp}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDanger>
  )
}

import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { User } from '../../api'
import { ConfirmDanger } from '../../ui/ConfirmDanger'
import { toast } from '../../ui/toast'
import { suspendUser } from './queries'

export default function SuspendUser({ user, onClose }: { user: User; onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDanger
      title={`Suspend ${user.name}?`}
      verb="Suspend"
      act={() => suspendUser(user.id, reason.trim())}
      onDone={() => {
        toast.done(`${user.name} is suspended.`)
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">
        They are signed out everywhere and cannot sign in until somebody activates them again.
      </Text>
      <Textarea
        label="Reason"
        description="Optional. Kept in the audit log."
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDanger>
  )
}

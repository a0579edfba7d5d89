import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { type AdminAccount, suspendAccount } from './queries'

type Props = { account: AdminAccount; onClose: () => void }

export function SuspendAccount({ account, onClose }: Props) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDanger
      title={`Suspend ${account.name}?`}
      actionLabel="Suspend"
      onConfirm={() => suspendAccount(account.id, reason.trim())}
      onDone={() => {
        toast.done(`${account.name} is suspended.`)
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">
        Everybody in it is signed out within a second and nobody can sign in until it is activated
        again. Its webhooks wait. Nothing is deleted.
      </Text>
      <Textarea
        label="Reason"
        description="Optional. Its owners read it in a mail, and it is kept in the audit log."
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDanger>
  )
}

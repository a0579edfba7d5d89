import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { type AdminAccount, suspendAccount } from './queries'

type Props = { account: AdminAccount; onClose: () => void }

export default function SuspendAccount({ account, onClose }: Props) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDanger
      title={`Suspend ${account.name}?`}
      actionLabel="Suspend"
      onConfirm={() => suspendAccount(account.id, reason.trim())}
      onDone={() => {
        toast.done(`${account.name} was suspended.`)
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">
        All its users are signed out within a second and cannot sign in until the account is
        activated again. Webhook deliveries are paused. Nothing is deleted.
      </Text>
      <Textarea
        label="Reason"
        description="Optional. Emailed to the account’s owners and recorded in the audit log."
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDanger>
  )
}

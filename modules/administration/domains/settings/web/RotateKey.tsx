import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { rotateKey } from './queries'

/** Asks before the signing key is rotated. `repeated` within a day, rotating signs users out. */
export default function RotateKey({
  repeated,
  onClose,
}: {
  repeated: boolean
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDanger
      title="Rotate the signing key?"
      actionLabel="Rotate key"
      {...(repeated && { confirmText: 'sign users out' })}
      onConfirm={() => rotateKey(reason.trim(), repeated)}
      onDone={() => {
        toast.done('The signing key was rotated.')
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">
        {repeated
          ? 'The key was rotated within the last day. Rotating it again invalidates the previous key, so users who have not been active since then are signed out immediately.'
          : 'New tokens are signed with the new key immediately. Tokens signed with the current key stay valid for one day, so active users are not signed out.'}
      </Text>
      <Textarea
        label="Reason"
        description="Optional. Recorded in the audit log."
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDanger>
  )
}

import type { User } from '~/api'
import { ConfirmSuspend } from '~/ui/ConfirmSuspend'
import { suspendUser } from './queries'

export default function SuspendUser({ user, onClose }: { user: User; onClose: () => void }) {
  return (
    <ConfirmSuspend
      name={user.name}
      reasonHelp="Optional. Recorded in the audit log."
      onConfirm={(reason) => suspendUser(user.id, reason)}
      onClose={onClose}
    >
      The user is signed out everywhere and cannot sign in until activated again.
    </ConfirmSuspend>
  )
}

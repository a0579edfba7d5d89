import type { User } from '~/api'
import { ConfirmSuspend } from '~/ui/ConfirmSuspend'
import { suspendUser } from './queries'

export default function SuspendUser({ user, onClose }: { user: User; onClose: () => void }) {
  return (
    <ConfirmSuspend
      name={user.name}
      reasonHelp="in the audit log"
      onConfirm={(reason) => suspendUser(user.id, reason)}
      onClose={onClose}
    >
      They are signed out everywhere and cannot sign in until somebody activates them again.
    </ConfirmSuspend>
  )
}

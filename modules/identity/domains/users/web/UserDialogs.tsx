import { Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { DeleteUser, EditUser, ImpersonateDialog, SuspendUser, type UserDialog } from './dialogs'
import { sendResetLink } from './queries'

type Props = { dialog: UserDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog chosen from a user's menu, on the list and on the detail page. */
export function UserDialogs({ dialog, onClose, onDeleted }: Props) {
  if (!dialog) return null
  const { action, user } = dialog
  return (
    <Suspense>
      {action === 'edit' && <EditUser user={user} onClose={onClose} />}
      {action === 'suspend' && <SuspendUser user={user} onClose={onClose} />}
      {action === 'impersonate' && <ImpersonateDialog user={user} onClose={onClose} />}
      {action === 'delete' && <DeleteUser user={user} onDone={onDeleted} onClose={onClose} />}
      {action === 'reset' && (
        <ConfirmDanger
          title={`Send ${user.name} a reset link?`}
          actionLabel="Send reset link"
          onConfirm={() => sendResetLink(user.id)}
          onDone={() => {
            toast.done(`A reset link was sent to ${user.email}.`)
            onClose()
          }}
          onClose={onClose}
        >
          The user is signed out everywhere and gets an email with a link to set a new password. The
          current password works until then.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}

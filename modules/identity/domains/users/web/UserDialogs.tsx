import { Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { DeleteUser, EditUser, ImpersonateDialog, SuspendUser, type UserDialog } from './dialogs'
import { sendResetLink } from './queries'

type Props = { dialog: UserDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog of whatever was chosen for a person, in the list and on their own page. */
export function UserDialogs({ dialog, onClose, onDeleted }: Props) {
  if (!dialog) return null
  const { action, user } = dialog
  return (
    <Suspense>
      {action === 'edit' && <EditUser user={user} onClose={onClose} />}
      {action === 'suspend' && <SuspendUser user={user} onClose={onClose} />}
      {action === 'act_as' && <ImpersonateDialog user={user} onClose={onClose} />}
      {action === 'delete' && <DeleteUser user={user} onDone={onDeleted} onClose={onClose} />}
      {action === 'reset' && (
        <ConfirmDanger
          title={`Send ${user.name} a reset link?`}
          actionLabel="Send reset link"
          onConfirm={() => sendResetLink(user.id)}
          onDone={() => {
            toast.done(`A reset link is on its way to ${user.email}.`)
            onClose()
          }}
          onClose={onClose}
        >
          They are signed out everywhere and get a mail with a link to choose a new password. Until
          then the old one still works.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}

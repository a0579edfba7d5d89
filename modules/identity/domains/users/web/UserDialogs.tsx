import { Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { ActAs, DeleteUser, EditUser, SuspendUser, type UserDialog } from './dialogs'
import { sendResetLink } from './queries'

type Props = { doing: UserDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog of whatever was chosen for a person, in the list and on their own page. */
export function UserDialogs({ doing, onClose, onDeleted }: Props) {
  if (!doing) return null
  const { what, user } = doing
  return (
    <Suspense>
      {what === 'edit' && <EditUser user={user} onClose={onClose} />}
      {what === 'suspend' && <SuspendUser user={user} onClose={onClose} />}
      {what === 'act_as' && <ActAs user={user} onClose={onClose} />}
      {what === 'delete' && <DeleteUser user={user} onDone={onDeleted} onClose={onClose} />}
      {what === 'reset' && (
        <ConfirmDanger
          title={`Send ${user.name} a reset link?`}
          verb="Send reset link"
          act={() => sendResetLink(user.id)}
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

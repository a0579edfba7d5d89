import type { User } from '~/api'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { deleteUser } from './queries'

type Props = { user: User; onDone: () => void; onClose: () => void }

export function DeleteUserDialog({ user, onDone, onClose }: Props) {
  return (
    <ConfirmDanger
      title={`Delete ${user.name}?`}
      actionLabel="Delete user"
      confirmText={user.email}
      onConfirm={() => deleteUser(user.id)}
      onDone={() => {
        toast.done(`${user.name} was deleted.`)
        onDone()
      }}
      onClose={onClose}
    >
      The user is signed out everywhere and loses access immediately. This cannot be undone.
    </ConfirmDanger>
  )
}

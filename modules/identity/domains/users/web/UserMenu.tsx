import { Menu } from '@mantine/core'
import type { Permission } from '@powernode/contract/names.ts'
import {
  IconBan,
  IconCircleCheck,
  IconLockOpen,
  IconMailForward,
  IconPencil,
  IconSpy,
  IconTrash,
} from '@tabler/icons-react'
import type { User } from '~/api'
import { useMe } from '~/session'
import { toast } from '~/ui/toast'
import type { UserDialog } from './dialogs'
import { activateUser, unlockUser } from './queries'

type Props = {
  user: User
  onChoose: (dialog: UserDialog) => void
  /** Leaves out what the page shows as a button. */
  secondaryOnly?: boolean
}

/** Actions for a user. Users cannot suspend, delete or impersonate themselves. */
export function UserMenu({ user, onChoose, secondaryOnly = false }: Props) {
  const me = useMe()
  const can = (permission: Permission) => me.permissions.includes(permission)
  const other = user.id !== me.id
  const choose = (action: UserDialog['action']) => () => onChoose({ action, user })
  const run = (call: (id: string) => Promise<unknown>, message: string) => () =>
    void call(user.id).then(() => toast.done(message), toast.failed)
  const locked = user.locked && can('users.suspend') && !me.impersonator
  return (
    <>
      {!secondaryOnly && can('users.update') && (
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={choose('edit')}>
          Edit
        </Menu.Item>
      )}
      {other && can('users.update') && user.status === 'active' && !me.impersonator && (
        <Menu.Item leftSection={<IconMailForward size={15} />} onClick={choose('reset')}>
          Send reset link
        </Menu.Item>
      )}
      {other && locked && (
        <Menu.Item
          leftSection={<IconLockOpen size={15} />}
          onClick={run(unlockUser, `${user.name} was unlocked.`)}
        >
          Unlock
        </Menu.Item>
      )}
      {other && can('users.impersonate') && user.status === 'active' && !me.impersonator && (
        <Menu.Item leftSection={<IconSpy size={15} />} onClick={choose('impersonate')}>
          Impersonate
        </Menu.Item>
      )}
      {other && can('users.suspend') && !me.impersonator && user.status !== 'active' && (
        <Menu.Item
          leftSection={<IconCircleCheck size={15} />}
          onClick={run(activateUser, `${user.name} was activated.`)}
        >
          Activate
        </Menu.Item>
      )}
      {other && can('users.suspend') && !me.impersonator && user.status === 'active' && (
        <Menu.Item color="red" leftSection={<IconBan size={15} />} onClick={choose('suspend')}>
          Suspend
        </Menu.Item>
      )}
      {other && can('users.delete') && !me.impersonator && (
        <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={choose('delete')}>
          Delete
        </Menu.Item>
      )}
    </>
  )
}

/** Whether the menu has any item for this user. */
export function useHasUserMenu(): (user: User, secondaryOnly?: boolean) => boolean {
  const me = useMe()
  const may = (...names: Permission[]) => names.some((name) => me.permissions.includes(name))
  return (user, secondaryOnly = false) => {
    if (user.id === me.id) return !secondaryOnly && may('users.update')
    return may('users.update', 'users.suspend', 'users.impersonate', 'users.delete')
  }
}

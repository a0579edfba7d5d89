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
  /** Where editing and deleting have buttons of their own. */
  rest?: boolean
}

/** Everything one may do to a person. Nobody suspends, deletes or plays themselves. */
export function UserMenu({ user, onChoose, rest = false }: Props) {
  const me = useMe()
  const can = (permission: Permission) => me.permissions.includes(permission)
  const other = user.id !== me.id
  const choose = (action: UserDialog['action']) => () => onChoose({ action, user })
  const now = (act: (id: string) => Promise<unknown>, done: string) => () =>
    void act(user.id).then(() => toast.done(done), toast.failed)
  const locked = user.locked && can('users.suspend') && !me.impersonator
  return (
    <>
      {!rest && can('users.update') && (
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
          onClick={now(unlockUser, `${user.name} can sign in again.`)}
        >
          Unlock
        </Menu.Item>
      )}
      {other && can('users.impersonate') && user.status === 'active' && !me.impersonator && (
        <Menu.Item leftSection={<IconSpy size={15} />} onClick={choose('act_as')}>
          Act as this person
        </Menu.Item>
      )}
      {other && can('users.suspend') && !me.impersonator && user.status !== 'active' && (
        <Menu.Item
          leftSection={<IconCircleCheck size={15} />}
          onClick={now(activateUser, `${user.name} is active again.`)}
        >
          Activate
        </Menu.Item>
      )}
      {other && can('users.suspend') && !me.impersonator && user.status === 'active' && (
        <Menu.Item color="red" leftSection={<IconBan size={15} />} onClick={choose('suspend')}>
          Suspend
        </Menu.Item>
      )}
      {!rest && other && can('users.delete') && !me.impersonator && (
        <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={choose('delete')}>
          Delete
        </Menu.Item>
      )}
    </>
  )
}

/** Whether the menu would hold anything for this person. */
export function useHasUserMenu(): (user: User, rest?: boolean) => boolean {
  const me = useMe()
  const may = (...names: Permission[]) => names.some((name) => me.permissions.includes(name))
  return (user, rest = false) => {
    if (user.id === me.id) return !rest && may('users.update')
    return may(
      'users.update',
      'users.suspend',
      'users.impersonate',
      ...(rest ? [] : (['users.delete'] as const)),
    )
  }
}

import { Menu } from '@mantine/core'
import { IconBan, IconCircleCheck } from '@tabler/icons-react'
import { useMe } from '~/session'
import { toast } from '~/ui/toast'
import { type AdminAccount, activateAccount } from './queries'

type Props = { account: AdminAccount; onSuspend: (account: AdminAccount) => void }

/** Actions for an account. Administrators cannot suspend their own. */
export function AdminAccountMenu({ account, onSuspend }: Props) {
  const me = useMe()
  const own = [me.account.id, me.home_account_id].includes(account.id)
  if (account.status === 'suspended') {
    const activate = () =>
      activateAccount(account.id).then(
        () => toast.done(`${account.name} was activated.`),
        toast.failed,
      )
    return (
      <Menu.Item leftSection={<IconCircleCheck size={15} />} onClick={() => void activate()}>
        Activate
      </Menu.Item>
    )
  }
  return (
    <Menu.Item
      color="red"
      leftSection={<IconBan size={15} />}
      disabled={account.status !== 'active' || own}
      onClick={() => onSuspend(account)}
    >
      {own ? 'Suspend (your own account)' : 'Suspend'}
    </Menu.Item>
  )
}

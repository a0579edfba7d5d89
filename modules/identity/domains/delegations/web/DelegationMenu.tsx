import { Menu } from '@mantine/core'
import { IconBan, IconPencil, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { toast } from '~/ui/toast'
import { type Delegation, setActive } from './queries'

type Props = {
  delegation: Delegation
  onEdit: (delegation: Delegation) => void
  onRevoke: (delegation: Delegation) => void
}

export function DelegationMenu({ delegation, onEdit, onRevoke }: Props) {
  const { status, user } = delegation
  if (status === 'revoked') return <Menu.Item disabled>Revoked permanently</Menu.Item>
  const toggle = (active: boolean, message: string) => () =>
    void setActive(delegation, active).then(() => toast.done(message), toast.failed)
  return (
    <>
      <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onEdit(delegation)}>
        {status === 'expired' ? 'Extend' : 'Edit'}
      </Menu.Item>
      {status === 'active' && (
        <Menu.Item
          leftSection={<IconPlayerPause size={15} />}
          onClick={toggle(false, `Access of ${user.name} was deactivated.`)}
        >
          Deactivate
        </Menu.Item>
      )}
      {status === 'inactive' && (
        <Menu.Item
          leftSection={<IconPlayerPlay size={15} />}
          onClick={toggle(true, `Access of ${user.name} was activated.`)}
        >
          Activate
        </Menu.Item>
      )}
      <Menu.Item
        color="red"
        leftSection={<IconBan size={15} />}
        onClick={() => onRevoke(delegation)}
      >
        Revoke
      </Menu.Item>
    </>
  )
}

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
  if (status === 'revoked') return <Menu.Item disabled>Revoked for good</Menu.Item>
  const turn = (active: boolean, done: string) => () =>
    void setActive(delegation, active).then(() => toast.done(done), toast.failed)
  return (
    <>
      <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onEdit(delegation)}>
        {status === 'expired' ? 'Give it more time' : 'Edit'}
      </Menu.Item>
      {status === 'active' && (
        <Menu.Item
          leftSection={<IconPlayerPause size={15} />}
          onClick={turn(false, `The access of ${user.name} is paused.`)}
        >
          Pause
        </Menu.Item>
      )}
      {status === 'inactive' && (
        <Menu.Item
          leftSection={<IconPlayerPlay size={15} />}
          onClick={turn(true, `${user.name} has access again.`)}
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

import { Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconBuilding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { switchAccount } from '../identity'
import { useMe } from '../session'
import { toast } from '../ui/toast'
import { accessibleQuery } from './accounts'

/** A submenu of the account menu, for users with access to several accounts. */
export function SwitchAccount() {
  const me = useMe()
  const phone = useMediaQuery('(max-width: 48em)')
  const { data: accounts = [] } = useQuery(accessibleQuery)
  if (accounts.length < 2 || me.impersonator) return null
  return (
    <Menu.Sub position={phone ? 'top-end' : 'left-start'}>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconBuilding size={16} stroke={1.7} />}>
          Switch account
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown maw={260}>
        <Menu.RadioGroup
          value={me.account.id}
          onChange={(id) => {
            if (id !== me.account.id) void switchAccount(id).catch(toast.failed)
          }}
        >
          {accounts.map(({ id, name, home, status }) => (
            <Menu.RadioItem key={id} value={id} disabled={status !== 'active'}>
              {name}
              {home && ' (yours)'}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}

import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { switchAccount } from '../identity'
import { useMe } from '../session'
import { toast } from '../ui/toast'
import { accessibleQuery } from './accounts'
import classes from './shell.module.css'

/** The name of the account. For users with access to several accounts, it opens a menu to switch. */
export function AccountSwitcher() {
  const me = useMe()
  const { data: accounts = [] } = useQuery(accessibleQuery)
  const shown = {
    className: classes.account,
    title: me.account.name,
    'data-other-account': me.account.id !== me.home_account_id || undefined,
  }
  const name = <span className={classes.accountName}>{me.account.name}</span>
  if (accounts.length < 2 || me.impersonator) return <div {...shown}>{name}</div>
  return (
    <Menu position="bottom-start" width="target">
      <Menu.Target>
        <UnstyledButton {...shown}>
          <VisuallyHidden>Switch account: </VisuallyHidden>
          {name}
          <IconSelector size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  )
}

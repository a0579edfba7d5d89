import { IconBuilding, IconLogout, IconMoon, IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { permitted } from '../../feature'
import { stopImpersonation, switchAccount } from '../../identity'
import { useMe } from '../../session'
import { toast } from '../../ui/toast'
import { accessibleQuery } from '../accounts'
import { composition } from '../composition'
import { useGlobalActions } from '../useGlobalActions'
import { isAdmin, type PaletteRow } from './sections'

/** Common actions, those that create records first. */
export function useActions(): PaletteRow[] {
  const { toggleTheme, signOutAndLeave } = useGlobalActions()
  return [
    ...useCreates(),
    ...useSwitches(),
    {
      key: 'theme',
      label: 'Switch theme',
      keywords: ['dark mode', 'light mode', 'appearance', 'color scheme'],
      icon: IconMoon,
      run: toggleTheme,
    },
    ...composition.actions.map((action) => ({ key: action.label, ...action })),
    {
      key: 'sign-out',
      label: 'Sign out',
      keywords: ['log out', 'log off', 'exit'],
      icon: IconLogout,
      run: signOutAndLeave,
    },
  ]
}

/** Opens the drawers that create records, on their pages. */
function useCreates(): PaletteRow[] {
  const { permissions } = useMe()
  const navigate = useNavigate()
  return permitted(composition.creates, permissions).map(
    ({ label, to, icon, needs, keywords = [] }) => ({
      key: label,
      label,
      keywords: ['new', 'create', 'add', ...keywords],
      icon,
      admin: isAdmin(needs),
      run: () => navigate({ to, search: { new: '1' } }),
    }),
  )
}

/** Switches the account, or ends an impersonation. */
function useSwitches(): PaletteRow[] {
  const me = useMe()
  const { data: accounts = [] } = useQuery(accessibleQuery)
  if (me.impersonator) {
    const run = () => stopImpersonation().catch(toast.failed)
    return [{ key: 'stop', label: `Stop impersonating ${me.name}`, icon: IconUserOff, run }]
  }
  return accounts
    .filter(({ id, status }) => id !== me.account.id && status === 'active')
    .map(({ id, name, home }) => ({
      key: `account-${id}`,
      label: home ? `Switch back to ${name}` : `Switch to ${name}`,
      keywords: ['account'],
      icon: IconBuilding,
      run: () => switchAccount(id).catch(toast.failed),
    }))
}

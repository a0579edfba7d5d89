import { type Icon, IconBuilding, IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { permitted } from '../feature'
import { stopImpersonation, switchAccount } from '../identity'
import { useMe } from '../session'
import { toast } from '../ui/toast'
import { accessibleQuery } from './accounts'
import { composition } from './composition'

type PaletteAction = { id: string; label: string; keywords: string; icon: Icon; run: () => unknown }

/** Opens the drawers that create records, on their pages. */
export function useCreateActions(): PaletteAction[] {
  const { permissions } = useMe()
  const navigate = useNavigate()
  return permitted(composition.creates, permissions).map(({ label, to, icon }) => ({
    id: label,
    label,
    keywords: 'new',
    icon,
    run: () => navigate({ to, search: { new: '1' } }),
  }))
}

/** Switches the account, or ends an impersonation. */
export function useSwitchActions(): PaletteAction[] {
  const me = useMe()
  const { data: accounts = [] } = useQuery(accessibleQuery)
  if (me.impersonator) {
    const run = () => stopImpersonation().catch(toast.failed)
    return [
      { id: 'stop', label: `Stop impersonating ${me.name}`, keywords: '', icon: IconUserOff, run },
    ]
  }
  return accounts
    .filter(({ id, status }) => id !== me.account.id && status === 'active')
    .map(({ id, name, home }) => ({
      id: `account-${id}`,
      label: home ? `Switch back to ${name}` : `Switch to ${name}`,
      keywords: 'account',
      icon: IconBuilding,
      run: () => switchAccount(id).catch(toast.failed),
    }))
}

import { type Icon, IconBuilding, IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { allowed } from '../feature'
import { stopActing, switchAccount } from '../identity'
import { useMe } from '../session'
import { toast } from '../ui/toast'
import { accessibleQuery } from './accounts'
import { composition } from './composition'

type Move = { id: string; label: string; keywords: string; icon: Icon; run: () => unknown }

/** The drawers that make something new, on the pages they belong to. */
export function useNew(): Move[] {
  const { permissions } = useMe()
  const navigate = useNavigate()
  return allowed(composition.creates, permissions).map(({ label, to, icon }) => ({
    id: label,
    label,
    keywords: 'new',
    icon,
    run: () => navigate({ to, search: { new: '1' } }),
  }))
}

/** Becoming somebody else, or the same person elsewhere. */
export function useMoves(): Move[] {
  const me = useMe()
  const { data: accounts = [] } = useQuery(accessibleQuery)
  if (me.impersonator) {
    const run = () => stopActing().catch(toast.failed)
    return [
      { id: 'stop', label: `Stop acting as ${me.name}`, keywords: '', icon: IconUserOff, run },
    ]
  }
  return accounts
    .filter(({ id, status }) => id !== me.account.id && status === 'active')
    .map(({ id, name, home }) => ({
      id: `account-${id}`,
      label: home ? `Back to ${name}` : `Switch to ${name}`,
      keywords: 'account',
      icon: IconBuilding,
      run: () => switchAccount(id).catch(toast.failed),
    }))
}

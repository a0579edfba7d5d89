import {
  type Icon,
  IconAlertTriangle,
  IconBuilding,
  IconHeartbeat,
  IconKey,
  IconMailPlus,
  IconServer2,
  IconShieldPlus,
  IconUserOff,
  IconUserPlus,
  IconUserShare,
  IconWebhook,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { stopActing, switchAccount } from '../identity'
import { useMe } from '../session'
import { toast } from '../ui/toast'
import { accessibleQuery } from './accounts'

type Move = { id: string; label: string; keywords: string; icon: Icon; run: () => unknown }

/** What can be made, and the page that opens for it. */
const makers = [
  { label: 'Add user', to: '/users', needs: 'users.create', icon: IconUserPlus },
  { label: 'Invite somebody', to: '/invitations', needs: 'invitations.create', icon: IconMailPlus },
  { label: 'Create role', to: '/roles', needs: 'roles.create', icon: IconShieldPlus },
  { label: 'Create key', to: '/api_keys/new', needs: 'api_keys.create', icon: IconKey },
  {
    label: 'Delegate access',
    to: '/delegations',
    needs: 'delegations.create',
    icon: IconUserShare,
  },
  { label: 'Add webhook', to: '/webhooks', needs: 'webhooks.create', icon: IconWebhook },
  {
    label: 'Register worker',
    to: '/admin/workers',
    needs: 'admin.workers.create',
    icon: IconServer2,
  },
  {
    label: 'Add service',
    to: '/admin/services',
    needs: 'admin.services.create',
    icon: IconHeartbeat,
  },
  {
    label: 'Add alert rule',
    to: '/admin/alerts/rules',
    needs: 'admin.alert_rules.create',
    icon: IconAlertTriangle,
  },
] as const

/** The drawers that make something new, on the pages they belong to. */
export function useNew(): Move[] {
  const { permissions } = useMe()
  const navigate = useNavigate()
  return makers
    .filter(({ needs }) => permissions.includes(needs))
    .map(({ label, to, icon }) => ({
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

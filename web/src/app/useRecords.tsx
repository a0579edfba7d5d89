import { useDebouncedValue } from '@mantine/hooks'
import type { SpotlightActionData } from '@mantine/spotlight'
import {
  IconHeartbeat,
  IconServer2,
  IconShieldLock,
  IconUser,
  IconWebhook,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, reply } from '../api'
import { rolesQuery } from '../roles'
import { useCan } from '../session'

/** People the server finds by what was typed. */
export function usePeople(typed: string): SpotlightActionData[] {
  const navigate = useNavigate()
  const mayRead = useCan('users.read')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const query = { search, per_page: 5 }
  const { data } = useQuery({
    queryKey: ['users', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/users', { params: { query }, signal })),
    enabled: mayRead && search.length > 1,
  })
  if (typed.trim().length < 2) return []
  return (data?.data ?? []).map((user) => ({
    id: user.id,
    label: user.name,
    description: user.email,
    leftSection: <IconUser size={17} stroke={1.7} aria-hidden />,
    onClick: () => void navigate({ to: '/users/$id', params: { id: user.id } }),
  }))
}

/** An account has few roles, so they are all known and searched here. */
export function useRoles(typed: string): SpotlightActionData[] {
  const navigate = useNavigate()
  const wanted = typed.trim().toLowerCase()
  const { data: roles = [] } = useQuery({
    ...rolesQuery,
    enabled: useCan('roles.read') && wanted.length > 1,
  })
  if (wanted.length < 2) return []
  return roles
    .filter(({ name, display_name }) => `${name} ${display_name}`.toLowerCase().includes(wanted))
    .map((role) => ({
      id: role.id,
      label: role.display_name,
      description: role.description || role.name,
      leftSection: <IconShieldLock size={17} stroke={1.7} aria-hidden />,
      onClick: () => void navigate({ to: '/roles/$id', params: { id: role.id } }),
    }))
}

/** Webhooks the server finds by their address or what they are for. */
export function useWebhooks(typed: string): SpotlightActionData[] {
  const navigate = useNavigate()
  const mayRead = useCan('webhooks.read')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const query = { search, per_page: 5 }
  const { data } = useQuery({
    queryKey: ['webhooks', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/webhooks', { params: { query }, signal })),
    enabled: mayRead && search.length > 1,
  })
  if (typed.trim().length < 2) return []
  return (data?.data ?? []).map((webhook) => ({
    id: webhook.id,
    label: webhook.url,
    description: webhook.description ?? '',
    leftSection: <IconWebhook size={17} stroke={1.7} aria-hidden />,
    onClick: () => void navigate({ to: '/webhooks/$id', params: { id: webhook.id } }),
  }))
}

/** Watched services the server finds by their name or what they are for. */
export function useServices(typed: string): SpotlightActionData[] {
  const navigate = useNavigate()
  const mayRead = useCan('admin.services.read')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const query = { search, per_page: 5 }
  const { data } = useQuery({
    queryKey: ['services', 'list', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/services', { params: { query }, signal })),
    enabled: mayRead && search.length > 1,
  })
  if (typed.trim().length < 2) return []
  return (data?.data ?? []).map((service) => ({
    id: service.id,
    label: service.name,
    description: service.description ?? '',
    leftSection: <IconHeartbeat size={17} stroke={1.7} aria-hidden />,
    onClick: () => void navigate({ to: '/admin/services/$id', params: { id: service.id } }),
  }))
}

/** Workers the server finds by name, for those who run it. */
export function useWorkers(typed: string): SpotlightActionData[] {
  const navigate = useNavigate()
  const mayRead = useCan('admin.workers.read')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const query = { search, per_page: 5 }
  const { data } = useQuery({
    queryKey: ['workers', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/workers', { params: { query }, signal })),
    enabled: mayRead && search.length > 1 && search.length <= 50,
  })
  if (typed.trim().length < 2) return []
  return (data?.data ?? []).map((worker) => ({
    id: worker.id,
    label: worker.name,
    description: worker.description ?? '',
    leftSection: <IconServer2 size={17} stroke={1.7} aria-hidden />,
    onClick: () => void navigate({ to: '/admin/workers/$id', params: { id: worker.id } }),
  }))
}

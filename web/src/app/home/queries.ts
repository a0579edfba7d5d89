import type { Permission } from '@powernode/contract/names.ts'
import { useQuery } from '@tanstack/react-query'
import { api, data, type Page, reply } from '../../api'
import { useCan } from '../../session'

/** How many rows a list has, asked with the smallest page. Undefined while unknown or not permitted. */
function useCount(
  key: string,
  permission: Permission,
  ask: (signal: AbortSignal) => Promise<Page<unknown>>,
) {
  const enabled = useCan(permission)
  const { data } = useQuery({
    queryKey: [...key.split('/'), 'count'],
    queryFn: ({ signal }) => ask(signal),
    enabled,
  })
  return { enabled, count: data?.meta.total_count }
}

const today = () => new Date().toISOString().slice(0, 10)

export const useUserCount = () =>
  useCount('users/list', 'users.read', (signal) =>
    reply(api.GET('/api/v1/users', { params: { query: { per_page: 1 } }, signal })),
  )

export const useSuspendedCount = () =>
  useCount('users/list/suspended', 'users.read', (signal) =>
    reply(
      api.GET('/api/v1/users', { params: { query: { per_page: 1, status: 'suspended' } }, signal }),
    ),
  )

export const useEventsToday = () =>
  useCount('audit_logs/today', 'audit_logs.read', (signal) =>
    reply(
      api.GET('/api/v1/audit_logs', {
        params: { query: { per_page: 1, date_from: today() } },
        signal,
      }),
    ),
  )

export const useFailedToday = () =>
  useCount('audit_logs/failed', 'audit_logs.read', (signal) => {
    const query = { per_page: 1, date_from: today(), status: 'error' } as const
    return reply(api.GET('/api/v1/audit_logs', { params: { query }, signal }))
  })

export const useFailedMails = () =>
  useCount('mails/failed', 'admin.mails.read', (signal) =>
    reply(
      api.GET('/api/v1/admin/mails', {
        params: { query: { per_page: 1, status: 'failed' } },
        signal,
      }),
    ),
  )

export const useDeferredMails = () =>
  useCount('mails/deferred', 'admin.mails.read', (signal) =>
    reply(
      api.GET('/api/v1/admin/mails', {
        params: { query: { per_page: 1, status: 'deferred' } },
        signal,
      }),
    ),
  )

export const useDeadLetters = () =>
  useCount('jobs/dead_letters', 'admin.jobs.read', (signal) =>
    reply(
      api.GET('/api/v1/admin/jobs', {
        params: { query: { per_page: 1, queue: 'dead_letters' } },
        signal,
      }),
    ),
  )

export const useServicesDown = () =>
  useCount('services/list/down', 'admin.services.read', (signal) =>
    reply(
      api.GET('/api/v1/admin/services', {
        params: { query: { per_page: 1, state: 'down' } },
        signal,
      }),
    ),
  )

/** What health says is wrong with the backups of this installation. Undefined while nothing is known to be. */
export function useBackupTrouble() {
  const { data: health } = useQuery({
    queryKey: ['admin_settings', 'health'],
    queryFn: ({ signal }) => data(api.GET('/api/v1/admin_settings/health', { signal })),
    enabled: useCan('admin.settings.read'),
  })
  const backup = health?.backup
  return backup && backup.status !== 'healthy' ? (backup.reason ?? 'It failed') : undefined
}

export function useUnread() {
  const { data } = useQuery({
    queryKey: ['notifications', 'count'],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/notifications', { params: { query: { per_page: 1 } }, signal })),
  })
  return data && Number(data.meta.unread_count)
}

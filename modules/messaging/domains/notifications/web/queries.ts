import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Preference = Data<'/api/v1/notifications/preferences', 'get'>[number]
export type PreferenceChannel = 'in_app' | 'mail'
export type Notification = Data<'/api/v1/notifications', 'get'>[number]

const key = ['notifications']

export const notificationsQuery = (query: Query<'/api/v1/notifications'>) =>
  queryOptions({
    queryKey: [...key, query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/notifications', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** The count in `meta`, which the contract does not type. */
export const unreadCountOf = (page: { meta: Record<string, unknown> } | undefined) =>
  Number(page?.meta.unread_count ?? 0)

export const preferencesQuery = queryOptions({
  queryKey: [...key, 'preferences'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/notifications/preferences', { signal })),
})

export async function setPreference(
  kind: Preference['kind'],
  channel: PreferenceChannel,
  enabled: boolean,
) {
  const body = { preferences: [{ kind, channel, enabled }] }
  const saved = await data(api.PATCH('/api/v1/notifications/preferences', { body }))
  queryClient.setQueryData(preferencesQuery.queryKey, saved)
}

export const unsubscribe = (token: string) =>
  data(api.POST('/api/v1/notifications/unsubscribe', { params: { query: { token } } }))

export const refetchNotifications = () => queryClient.invalidateQueries({ queryKey: key })

export const markRead = (ids: string[]) =>
  act(ids, (id) => api.POST('/api/v1/notifications/{id}/read', { params: { path: { id } } }))

export const dismiss = (ids: string[]) =>
  act(ids, (id) => api.DELETE('/api/v1/notifications/{id}', { params: { path: { id } } }))

export async function markAllRead() {
  await reply(api.POST('/api/v1/notifications/read_all'))
  await refetchNotifications()
}

async function act(ids: string[], call: (id: string) => Parameters<typeof reply>[0]) {
  await Promise.all(ids.map((id) => reply(call(id)))).finally(refetchNotifications)
}

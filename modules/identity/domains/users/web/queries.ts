import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

type UserDetail = Data<'/api/v1/users/{id}', 'get'>
type UsersQuery = Query<'/api/v1/users'>
export type UserChange = {
  name?: string
  email?: string
  roles?: string[]
  password?: string
  current_password?: string
}

export const usersQuery = (query: UsersQuery) =>
  queryOptions({
    queryKey: ['users', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/users', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/users/{id}', { params: { path: { id } }, signal })),
  })

export const userStatsQuery = queryOptions({
  queryKey: ['users', 'list', 'stats'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/users/stats', { signal })),
})

export async function inviteUser(body: { name: string; email: string; roles: string[] }) {
  const user = await data(api.POST('/api/v1/users', { body }))
  await usersChanged()
  return user
}

export const changeUser = (id: string, body: UserChange) =>
  changed(id, api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body }))

export const suspendUser = (id: string, reason: string) =>
  changed(
    id,
    api.PUT('/api/v1/users/{id}/suspend', {
      params: { path: { id } },
      body: reason ? { reason } : {},
    }),
  )

export const activateUser = (id: string) =>
  changed(id, api.PUT('/api/v1/users/{id}/activate', { params: { path: { id } } }))

export const unlockUser = (id: string) =>
  changed(id, api.PUT('/api/v1/users/{id}/unlock', { params: { path: { id } } }))

export async function sendResetLink(id: string) {
  await reply(api.POST('/api/v1/users/{id}/reset_password', { params: { path: { id } } }))
  await usersChanged()
}

export async function deleteUser(id: string) {
  await reply(api.DELETE('/api/v1/users/{id}', { params: { path: { id } } }))
  queryClient.removeQueries({ queryKey: userQuery(id).queryKey })
  await usersChanged()
}

async function changed(id: string, call: Parameters<typeof data<UserDetail>>[0]) {
  const user = await data(call)
  queryClient.setQueryData(userQuery(id).queryKey, user)
  await usersChanged()
  return user
}

/** Includes `me`, as the signed-in user may be the one who changed, and the audit log. */
async function usersChanged() {
  await Promise.all(
    [['users', 'list'], ['me'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}

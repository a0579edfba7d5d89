import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, data, type Query, reply } from '../../api'
import { queryClient } from '../../session'

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

export const assignableRolesQuery = queryOptions({
  queryKey: ['roles', 'assignable'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/roles/assignable', { signal })),
  staleTime: 5 * 60_000,
})

export async function inviteUser(person: { name: string; email: string; roles: string[] }) {
  const user = await data(api.POST('/api/v1/users', { body: person }))
  await usersChanged()
  return user
}

export async function changeUser(id: string, body: UserChange) {
  const user = await data(api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body }))
  queryClient.setQueryData(userQuery(id).queryKey, user)
  await usersChanged()
  return user
}

export async function deleteUser(id: string) {
  await reply(api.DELETE('/api/v1/users/{id}', { params: { path: { id } } }))
  queryClient.removeQueries({ queryKey: userQuery(id).queryKey })
  await usersChanged()
}

/** The signed-in person may be the one who changed, and every change leaves an audit entry. */
async function usersChanged() {
  await Promise.all(
    [['users', 'list'], ['me'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}

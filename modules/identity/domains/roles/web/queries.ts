import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { allRows, api, type Data, data, type Query, reply } from '~/api'
import type { Role } from '~/roles'
import { queryClient } from '~/session'

export type PermissionRow = Data<'/api/v1/permissions', 'get'>[number]
export type RoleValues = {
  name: string
  display_name: string
  description: string
  permissions: string[]
}

export const roleListQuery = (query: Query<'/api/v1/roles'>) =>
  queryOptions({
    queryKey: ['roles', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/roles', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const roleQuery = (id: string) =>
  queryOptions({
    queryKey: ['roles', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/roles/{id}', { params: { path: { id } }, signal })),
  })

export const roleMembersQuery = (id: string, query: Query<'/api/v1/roles/{id}/users'>) =>
  queryOptions({
    queryKey: ['roles', id, 'users', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/roles/{id}/users', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  })

/** Every permission, from all pages. */
export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: ({ signal }) =>
    allRows((query) => reply(api.GET('/api/v1/permissions', { params: { query }, signal }))),
  staleTime: 5 * 60_000,
})

export const rolePreviewQuery = (id: string, permissions: string[]) =>
  queryOptions({
    queryKey: ['roles', id, 'preview', permissions],
    queryFn: ({ signal }) =>
      data(
        api.POST('/api/v1/roles/{id}/preview', {
          params: { path: { id } },
          body: { permissions },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export async function createRole({ description, ...body }: RoleValues): Promise<Role> {
  const role = await data(
    api.POST('/api/v1/roles', { body: { ...body, ...(description && { description }) } }),
  )
  await changed()
  return role
}

export async function changeRole(id: string, body: Partial<RoleValues>): Promise<Role> {
  const role = await data(api.PATCH('/api/v1/roles/{id}', { params: { path: { id } }, body }))
  queryClient.setQueryData(roleQuery(id).queryKey, role)
  await changed()
  return role
}

export async function deleteRole(id: string) {
  await reply(api.DELETE('/api/v1/roles/{id}', { params: { path: { id } } }))
  queryClient.removeQueries({ queryKey: ['roles', id] })
  await changed()
}

/** A role change can change permissions, including those of the signed-in user. */
async function changed() {
  await Promise.all(
    [['roles'], ['permissions'], ['me'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}

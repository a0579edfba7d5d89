import { queryOptions } from '@tanstack/react-query'
import { ALL, api, type Data, data } from './api'

export type Role = Data<'/api/v1/roles', 'get'>[number]

/** Roles the person may give to others. */
export const assignableRolesQuery = queryOptions({
  queryKey: ['roles', 'assignable'],
  queryFn: ({ signal }) =>
    data(api.GET('/api/v1/roles/assignable', { params: { query: ALL }, signal })),
  staleTime: 5 * 60_000,
})

/** Every role of the account, the built-in ones included. Ask for `roles.read` first. */
export const rolesQuery = queryOptions({
  queryKey: ['roles', 'all'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/roles', { params: { query: ALL }, signal })),
})

import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE } from './api'
import { roleLabel } from './roleLabel'
import { useCan } from './session'

export type Role = Data<'/api/v1/roles', 'get'>[number]

/** Roles that the user can assign. */
export const assignableRolesQuery = queryOptions({
  queryKey: ['roles', 'assignable'],
  queryFn: ({ signal }) =>
    data(api.GET('/api/v1/roles/assignable', { params: { query: LARGEST_PAGE }, signal })),
  staleTime: 5 * 60_000,
})

/** Every role of the account, including built-in ones. Requires `roles.read`. */
export const rolesQuery = queryOptions({
  queryKey: ['roles', 'all'],
  queryFn: ({ signal }) =>
    data(api.GET('/api/v1/roles', { params: { query: LARGEST_PAGE }, signal })),
})

/** Roles as options of a filter, by their display names: of the account, or only built-in ones. Null while loading. */
export function useRoleOptions(builtInOnly = false) {
  const mayRead = useCan('roles.read')
  const all = useQuery({ ...rolesQuery, enabled: mayRead })
  const assignable = useQuery({ ...assignableRolesQuery, enabled: !mayRead })
  const known = builtInOnly ? all.data?.filter(({ immutable }) => immutable) : all.data
  return asOptions(mayRead ? known : assignable.data)
}

const asOptions = (roles: Pick<Role, 'name' | 'display_name'>[] | undefined) =>
  roles?.map(({ name, display_name }) => ({ value: name, label: display_name })) ?? null

/** Display names of the account's roles, or only of built-in roles, by their API names. */
export function useRoleNames(builtInOnly = false): (name: string) => string {
  const { data: roles = [] } = useQuery({ ...rolesQuery, enabled: useCan('roles.read') })
  const known = builtInOnly ? roles.filter((role) => role.immutable) : roles
  return (name) => known.find((role) => role.name === name)?.display_name ?? roleLabel(name)
}

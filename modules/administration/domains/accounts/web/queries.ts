import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type AdminAccount = Data<'/api/v1/admin_settings/accounts', 'get'>[number]
export type AccountMember = Data<'/api/v1/admin_settings/users', 'get'>[number]

const KEY = 'admin_settings'

export const adminAccountsQuery = (query: Query<'/api/v1/admin_settings/accounts'>) =>
  queryOptions({
    queryKey: [KEY, 'accounts', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin_settings/accounts', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const adminAccountQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'accounts', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin_settings/accounts/{id}', { params: { path: { id } }, signal })),
  })

export const accountMembersQuery = (query: Query<'/api/v1/admin_settings/users'>) =>
  queryOptions({
    queryKey: [KEY, 'users', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin_settings/users', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export async function suspendAccount(account_id: string, reason: string) {
  const body = { account_id, ...(reason && { reason }) }
  await reply(api.POST('/api/v1/admin_settings/suspend_account', { body }))
  await changed()
}

export async function activateAccount(account_id: string) {
  await reply(api.POST('/api/v1/admin_settings/activate_account', { body: { account_id } }))
  await changed()
}

async function changed() {
  await Promise.all(
    [[KEY], ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}

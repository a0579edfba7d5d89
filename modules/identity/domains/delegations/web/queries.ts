import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

const LIST = '/api/v1/accounts/current/delegations'
const ONE = '/api/v1/accounts/current/delegations/{id}'

export type Delegation = Data<typeof LIST, 'get'>[number]
export type DelegationValues = {
  email: string
  role_id: string | null
  permissions: string[]
  /** A date; access ends with that day, in UTC. */
  expires_at: string
  notes: string
}

export const delegationsQuery = (query: Query<typeof LIST>) =>
  queryOptions({
    queryKey: ['delegations', 'list', query],
    queryFn: ({ signal }) => reply(api.GET(LIST, { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export async function createDelegation({ email, ...values }: DelegationValues) {
  const { role_id, permissions, expires_at, notes } = wire(values)
  const body = {
    email,
    ...(role_id && { role_id }),
    ...(permissions.length > 0 && { permissions }),
    ...(expires_at && { expires_at }),
    ...(notes && { notes }),
  }
  await reply(api.POST(LIST, { body }))
  await changed()
}

export async function changeDelegation(id: string, { email: _, ...values }: DelegationValues) {
  await reply(api.PATCH(ONE, { params: { path: { id } }, body: wire(values) }))
  await changed()
}

const wire = ({ expires_at, notes, ...access }: Omit<DelegationValues, 'email'>) => ({
  ...access,
  expires_at: expires_at ? `${expires_at}T23:59:59.000Z` : null,
  notes: notes.trim() || null,
})

export async function setActive({ id }: Delegation, active: boolean) {
  const params = { path: { id } }
  await reply(
    active
      ? api.PATCH('/api/v1/accounts/current/delegations/{id}/activate', { params })
      : api.PATCH('/api/v1/accounts/current/delegations/{id}/deactivate', { params }),
  )
  await changed()
}

export async function revoke({ id }: Delegation) {
  await reply(api.DELETE(ONE, { params: { path: { id } } }))
  await changed()
}

async function changed() {
  await Promise.all(
    [['delegations'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}

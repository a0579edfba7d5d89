import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { allRows, api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type ApiKey = Data<'/api/v1/api_keys', 'get'>[number]
export type ApiKeyWithSecret = Data<'/api/v1/api_keys', 'post'>
export type Scope = Data<'/api/v1/api_keys/scopes', 'get'>[number]
export type ApiKeyUsage = Data<'/api/v1/api_keys/usage', 'get'>

/** Form values as entered: one address per line, numbers as text. */
export type ApiKeyValues = {
  name: string
  description: string
  environment: 'live' | 'test'
  scopes: string[]
  expires_at: string
  allowed_ips: string
  rate_limit_per_minute: string
  monthly_quota: string
}

const LIVE_MS = 5000
const ONE = '/api/v1/api_keys/{id}'

export const apiKeysQuery = (query: Query<'/api/v1/api_keys'>) =>
  queryOptions({
    queryKey: ['api_keys', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/api_keys', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const apiKeyQuery = (id: string) =>
  queryOptions({
    queryKey: ['api_keys', id],
    queryFn: ({ signal }) => data(api.GET(ONE, { params: { path: { id } }, signal })),
    refetchInterval: LIVE_MS,
  })

/** Request counts of the last `days` days including today; refetched while shown. */
const DAY_MS = 24 * 3600_000
const dayText = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10)

export const usageQuery = (id: string, days: number) =>
  queryOptions({
    queryKey: ['api_keys', id, 'usage', days],
    queryFn: ({ signal }) => {
      const query = { api_key_id: id, date_from: dayText(days - 1) }
      return data(api.GET('/api/v1/api_keys/usage', { params: { query }, signal }))
    },
    placeholderData: keepPreviousData,
    refetchInterval: LIVE_MS,
  })

/** Usage in as many days before those of `usageQuery`. */
export const usageBeforeQuery = (id: string, days: number) =>
  queryOptions({
    queryKey: ['api_keys', id, 'usage_before', days],
    queryFn: ({ signal }) => {
      const query = {
        api_key_id: id,
        date_from: dayText(2 * days - 1),
        date_to: dayText(days),
      }
      return data(api.GET('/api/v1/api_keys/usage', { params: { query }, signal }))
    },
  })

/** Every scope, from all pages. */
export const scopesQuery = queryOptions({
  queryKey: ['api_keys', 'scopes'],
  queryFn: ({ signal }) =>
    allRows((query) => reply(api.GET('/api/v1/api_keys/scopes', { params: { query }, signal }))),
  staleTime: 60_000,
})

export async function createApiKey({ environment, ...values }: ApiKeyValues) {
  const body = { ...wire(values), environment }
  return changed(await data(api.POST('/api/v1/api_keys', { body })))
}

export async function changeApiKey(id: string, { environment: _, ...values }: ApiKeyValues) {
  const body = wire(values)
  return changed(await data(api.PATCH(ONE, { params: { path: { id } }, body })))
}

export async function regenerate(id: string, grace_period_seconds: number) {
  const path = '/api/v1/api_keys/{id}/regenerate'
  const body = { grace_period_seconds }
  return changed(await data(api.POST(path, { params: { path: { id } }, body })))
}

export async function setStatus({ id }: ApiKey, status: 'active' | 'revoked') {
  const path = '/api/v1/api_keys/{id}/toggle_status'
  return changed(await data(api.POST(path, { params: { path: { id } }, body: { status } })))
}

export async function deleteApiKey({ id }: ApiKey) {
  await reply(api.DELETE(ONE, { params: { path: { id } } }))
  queryClient.removeQueries({ queryKey: ['api_keys', id] })
  await refresh()
}

/** A key as form values. */
export const apiKeyValues = (key: ApiKey): ApiKeyValues => ({
  name: key.name,
  description: key.description ?? '',
  environment: key.environment,
  scopes: key.scopes,
  expires_at: key.expires_at?.slice(0, 10) ?? '',
  allowed_ips: key.allowed_ips.join('\n'),
  rate_limit_per_minute: String(key.rate_limit_per_minute ?? ''),
  monthly_quota: String(key.monthly_quota ?? ''),
})

export const addressesOf = (text: string) => text.split(/[\s,]+/).filter(Boolean)

const numberOf = (text: string) => (text.trim() ? Number(text) : null)

const wire = (values: Omit<ApiKeyValues, 'environment'>) => ({
  name: values.name,
  scopes: values.scopes,
  description: values.description.trim() || null,
  expires_at: values.expires_at ? `${values.expires_at}T23:59:59.000Z` : null,
  allowed_ips: addressesOf(values.allowed_ips),
  rate_limit_per_minute: numberOf(values.rate_limit_per_minute),
  monthly_quota: numberOf(values.monthly_quota),
})

async function changed<K extends ApiKey>(key: K): Promise<K> {
  const { key_value: _, ...shown } = { key_value: undefined, ...key }
  queryClient.setQueryData(apiKeyQuery(key.id).queryKey, shown)
  await refresh()
  return key
}

async function refresh() {
  await Promise.all(
    [['api_keys', 'list'], ['audit_logs'], ['accounts', 'usage']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}

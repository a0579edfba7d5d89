import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

const PATH = '/api/v1/admin/rate_limiting'

export type RateLimitingStatus = Data<`${typeof PATH}/status`, 'get'>
export type Statistics = Data<`${typeof PATH}/statistics`, 'get'>
export type Violation = Data<`${typeof PATH}/violations`, 'get'>[number]
export type RateLimitedAccount = Data<`${typeof PATH}/accounts`, 'get'>[number]
export type RateLimitSettings = Data<`${typeof PATH}/settings`, 'get'>
export type Tier = RateLimitedAccount['tier']

const KEY = 'rate_limiting'
const EVERY_MS = 10_000

export const rateLimitingStatusQuery = queryOptions({
  queryKey: [KEY, 'status'],
  queryFn: ({ signal }) => data(api.GET(`${PATH}/status`, { signal })),
  refetchInterval: EVERY_MS,
})

export const statisticsQuery = queryOptions({
  queryKey: [KEY, 'statistics'],
  queryFn: ({ signal }) => data(api.GET(`${PATH}/statistics`, { signal })),
  refetchInterval: EVERY_MS,
})

export const violationsQuery = (query: Query<`${typeof PATH}/violations`>) =>
  queryOptions({
    queryKey: [KEY, 'violations', query],
    queryFn: ({ signal }) => reply(api.GET(`${PATH}/violations`, { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const rateLimitedAccountsQuery = (query: Query<`${typeof PATH}/accounts`>) =>
  queryOptions({
    queryKey: [KEY, 'accounts', query],
    queryFn: ({ signal }) => reply(api.GET(`${PATH}/accounts`, { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const limitsQuery = (identifier: string) =>
  queryOptions({
    queryKey: [KEY, 'limits', identifier],
    queryFn: ({ signal }) => {
      const params = { path: { identifier } }
      return data(api.GET(`${PATH}/limits/{identifier}`, { params, signal }))
    },
    retry: false,
    refetchInterval: EVERY_MS,
  })

export async function clearLimits(identifier: string) {
  await reply(api.DELETE(`${PATH}/limits/{identifier}`, { params: { path: { identifier } } }))
  await changed()
}

export async function disableRateLimiting(duration_minutes: number) {
  await reply(api.POST(`${PATH}/disable`, { body: { duration_minutes } }))
  await changed()
}

export async function enableRateLimiting() {
  await reply(api.POST(`${PATH}/enable`))
  await changed()
}

export async function changeTier(id: string, tier_override: Tier | null) {
  const params = { path: { id } }
  await reply(api.PATCH(`${PATH}/accounts/{id}`, { params, body: { tier_override } }))
  await changed()
}

export async function updateRateLimitSettings(body: Partial<RateLimitSettings>) {
  await reply(api.PATCH(`${PATH}/settings`, { body }))
  await changed()
}

async function changed() {
  await Promise.all(
    [[KEY], ['admin_settings'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}

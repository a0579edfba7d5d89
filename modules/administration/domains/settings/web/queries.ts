import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, reply } from '~/api'
import { queryClient } from '~/session'

export type GeneralSettings = Data<'/api/v1/admin_settings', 'put'>
export type SecurityConfig = Data<'/api/v1/admin_settings/security', 'get'>
export type MetricSeries = Data<'/api/v1/admin_settings/metrics/series', 'get'>
export type SettingChange = Data<'/api/v1/admin_settings/changes', 'get'>[number]

const KEY = 'admin_settings'
/** Servers write their counts every ten seconds. */
const SERIES_EVERY_MS = 10_000

export const overviewQuery = queryOptions({
  queryKey: [KEY, 'overview'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/admin_settings', { signal })),
})

export const metricSeriesQuery = (time_range: '1h' | '6h' | '24h' | '7d') =>
  queryOptions({
    queryKey: [KEY, 'series', time_range],
    queryFn: ({ signal }) => {
      const params = { query: { time_range } }
      return data(api.GET('/api/v1/admin_settings/metrics/series', { params, signal }))
    },
    placeholderData: keepPreviousData,
    refetchInterval: SERIES_EVERY_MS,
  })

export const securitySettingsQuery = queryOptions({
  queryKey: [KEY, 'security'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/admin_settings/security', { signal })),
})

export const changesQuery = (page: number) =>
  queryOptions({
    queryKey: [KEY, 'changes', page],
    queryFn: ({ signal }) => {
      const query = { page, per_page: 10 }
      return reply(api.GET('/api/v1/admin_settings/changes', { params: { query }, signal }))
    },
    placeholderData: keepPreviousData,
  })

export async function changeSettings(body: Partial<GeneralSettings>) {
  await reply(api.PATCH('/api/v1/admin_settings', { body }))
  await changed()
}

export async function changeSecurity(body: Partial<SecurityConfig>) {
  await reply(api.PATCH('/api/v1/admin_settings/security', { body }))
  await changed()
}

/** `force` ends the grace period of the previous key. */
export async function rotateKey(reason: string, force: boolean) {
  const body = { ...(reason && { reason }), ...(force && { force }) }
  await reply(api.POST('/api/v1/admin_settings/security/regenerate_jwt_secret', { body }))
  await changed()
}

async function changed() {
  await Promise.all(
    [[KEY], ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}

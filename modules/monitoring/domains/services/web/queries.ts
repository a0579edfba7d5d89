import type { paths } from '@powernode/contract/generated/public.d.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Service = Data<'/api/v1/admin/services', 'get'>[number]
export type ServiceCheck = Data<'/api/v1/admin/services/{id}/checks', 'get'>[number]
export type Incident = Data<'/api/v1/admin/services/{id}/incidents', 'get'>[number]
export type UptimeSeries = Data<'/api/v1/admin/services/{id}/series', 'get'>
export type UptimeRange = UptimeSeries['time_range']
export type StatusPageData = Data<'/api/v1/status', 'get'>
export type UptimeDay = Service['days'][number]

type Body<
  Path extends keyof paths,
  Method extends keyof paths[Path],
> = paths[Path][Method] extends {
  requestBody?: { content: { 'application/json': infer B } }
}
  ? B
  : never
type NewService = Body<'/api/v1/admin/services', 'post'>
type ServiceChanges = Body<'/api/v1/admin/services/{id}', 'patch'>

const STATUS_EVERY_MS = 30_000
const key = ['services']

export const servicesQuery = (query: Query<'/api/v1/admin/services'>) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/services', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const serviceStatsQuery = queryOptions({
  queryKey: [...key, 'stats'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/admin/services/stats', { signal })),
})

export const serviceQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/services/{id}', { params: { path: { id } }, signal })),
  })

export const uptimeSeriesQuery = (id: string, time_range: UptimeRange) =>
  queryOptions({
    queryKey: [...key, id, 'series', time_range],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { time_range } }
      return data(api.GET('/api/v1/admin/services/{id}/series', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

export const checksQuery = (id: string, query: Query<'/api/v1/admin/services/{id}/checks'>) =>
  queryOptions({
    queryKey: [...key, id, 'checks', query],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query }
      return reply(api.GET('/api/v1/admin/services/{id}/checks', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

export const incidentsQuery = (id: string, per_page: number) =>
  queryOptions({
    queryKey: [...key, id, 'incidents', per_page],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { per_page } }
      return reply(api.GET('/api/v1/admin/services/{id}/incidents', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

/** Data of the public status page, refetched while shown. */
export const statusPageQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/status', { signal })),
  refetchInterval: STATUS_EVERY_MS,
})

export async function createService(body: NewService) {
  const service = await data(api.POST('/api/v1/admin/services', { body }))
  await servicesChanged()
  return service
}

export async function changeService(id: string, body: ServiceChanges) {
  const params = { path: { id } }
  const service = await data(api.PATCH('/api/v1/admin/services/{id}', { params, body }))
  queryClient.setQueryData(serviceQuery(id).queryKey, service)
  await servicesChanged()
}

export async function checkService(id: string) {
  await reply(api.POST('/api/v1/admin/services/{id}/check', { params: { path: { id } } }))
  await servicesChanged()
}

export async function deleteService(id: string) {
  await reply(api.DELETE('/api/v1/admin/services/{id}', { params: { path: { id } } }))
  queryClient.removeQueries({ queryKey: serviceQuery(id).queryKey })
  await Promise.all(
    [[...key, 'list'], serviceStatsQuery.queryKey, ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}

async function servicesChanged() {
  await Promise.all(
    [key, ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}

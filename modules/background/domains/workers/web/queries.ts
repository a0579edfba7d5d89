import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

const REFETCH_MS = 4000

export type Worker = Data<'/api/v1/workers', 'get'>[number]
export type WorkerActivity = Data<'/api/v1/workers/{id}/activities', 'get'>[number]
export type WorkerConfig = Data<'/api/v1/workers/{id}/config', 'get'>
export type WorkerValues = { name: string; description: string }

export const workersQuery = (query: Query<'/api/v1/workers'>) =>
  queryOptions({
    queryKey: ['workers', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/workers', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  })

export const workerQuery = (id: string) =>
  queryOptions({
    queryKey: ['workers', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/workers/{id}', { params: { path: { id } }, signal })),
    refetchInterval: REFETCH_MS,
  })

export const workerHealthQuery = (id: string) =>
  queryOptions({
    queryKey: ['workers', id, 'health'],
    queryFn: ({ signal }) =>
      data(api.POST('/api/v1/workers/{id}/health_check', { params: { path: { id } }, signal })),
    refetchInterval: REFETCH_MS,
  })

export const workerActivitiesQuery = (id: string, per_page: number) =>
  queryOptions({
    queryKey: ['workers', id, 'activities', per_page],
    queryFn: ({ signal }) =>
      reply(
        api.GET('/api/v1/workers/{id}/activities', {
          params: { path: { id }, query: { per_page } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  })

export async function registerWorker({ name, description }: WorkerValues) {
  const body = { name: name.trim(), ...(description.trim() && { description: description.trim() }) }
  const worker = await data(api.POST('/api/v1/workers', { body }))
  await changed()
  return worker
}

export async function changeWorker(id: string, { name, description }: WorkerValues) {
  const body = { name: name.trim(), description: description.trim() || null }
  await reply(api.PATCH('/api/v1/workers/{id}', { params: { path: { id } }, body }))
  await changed()
}

export async function configureWorker(id: string, body: WorkerConfig) {
  await reply(api.PUT('/api/v1/workers/{id}/config', { params: { path: { id } }, body }))
  await changed()
}

export async function testWorker(id: string) {
  await reply(api.POST('/api/v1/workers/{id}/test_worker', { params: { path: { id } } }))
  await changed()
}

export async function suspendWorker(id: string, reason: string) {
  const body = reason ? { reason } : {}
  await reply(api.POST('/api/v1/workers/{id}/suspend', { params: { path: { id } }, body }))
  await changed()
}

export async function activateWorker(id: string) {
  await reply(api.POST('/api/v1/workers/{id}/activate', { params: { path: { id } } }))
  await changed()
}

export async function changeToken(id: string, grace_period_seconds: number) {
  const params = { path: { id } }
  const body = { grace_period_seconds }
  const { token } = await data(api.POST('/api/v1/workers/{id}/regenerate_token', { params, body }))
  await changed()
  return token
}

export async function deleteWorker(id: string) {
  await reply(api.DELETE('/api/v1/workers/{id}', { params: { path: { id } } }))
  queryClient.removeQueries({ queryKey: ['workers', id] })
  await changed(['workers', 'list'], ['workers', 'stats'])
}

async function changed(...keys: string[][]) {
  const stale = [...(keys.length > 0 ? keys : [['workers']]), ['audit_logs']]
  await Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Comparison = Data<'/api/v1/reconciliation/reports', 'get'>[number]
export type Difference = Data<'/api/v1/reconciliation/flags', 'get'>[number]

const RUNNING_MS = 2000

const isRunning = ({ status }: Comparison) => status === 'pending' || status === 'running'

/** Comparisons take seconds, so that a list with one that runs is read again soon. */
export const comparisonsQuery = (query: Query<'/api/v1/reconciliation/reports'>) =>
  queryOptions({
    queryKey: ['reconciliation', 'reports', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/reconciliation/reports', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.data.some(isRunning) ? RUNNING_MS : false),
  })

export const comparisonQuery = (id: string) =>
  queryOptions({
    queryKey: ['reconciliation', 'reports', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/reconciliation/reports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? RUNNING_MS : false),
  })

export const differencesQuery = (query: Query<'/api/v1/reconciliation/flags'>) =>
  queryOptions({
    queryKey: ['reconciliation', 'flags', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/reconciliation/flags', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export async function compareDay(body: { gateway: 'stripe' | 'paypal'; date: string }) {
  const report = await data(api.POST('/api/v1/reconciliation/reports', { body }))
  await changed()
  return report
}

export async function investigate({ id }: Difference) {
  const params = { path: { id } }
  await reply(api.POST('/api/v1/reconciliation/flags/{id}/investigate', { params, body: {} }))
  await changed()
}

export async function closeDifference(
  { id }: Difference,
  act: 'resolve' | 'dismiss',
  note: string,
) {
  const options = { params: { path: { id } }, body: { note } }
  const closed = await data(
    act === 'resolve'
      ? api.POST('/api/v1/reconciliation/flags/{id}/resolve', options)
      : api.POST('/api/v1/reconciliation/flags/{id}/dismiss', options),
  )
  await changed()
  return closed
}

async function changed() {
  await Promise.all(
    [['reconciliation'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}

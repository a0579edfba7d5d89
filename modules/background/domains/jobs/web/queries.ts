import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE, type Query, reply } from '~/api'
import { queryClient } from '~/session'

const REFETCH_MS = 3000
/** The server records the data of the charts about once a minute. */
const CHARTS_REFETCH_MS = 20_000

export type Job = Data<'/api/v1/admin/jobs', 'get'>[number]
export type Step = Data<'/api/v1/admin/jobs/stats', 'get'>[number]
export type JobQueueName = Step['queue']
/** Time range of the charts. */
export type JobRange = '1h' | '6h' | '24h' | '7d'

export const DEAD_LETTERS_QUEUE = 'dead_letters'

export const jobsQuery = (query: Query<'/api/v1/admin/jobs'>) =>
  queryOptions({
    queryKey: ['jobs', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/admin/jobs', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  })

export const queuesQuery = queryOptions({
  queryKey: ['jobs', 'queues'],
  queryFn: ({ signal }) =>
    data(api.GET('/api/v1/admin/jobs/queues', { params: { query: LARGEST_PAGE }, signal })),
  refetchInterval: REFETCH_MS,
})

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/jobs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.completed_at ? false : REFETCH_MS),
  })

export const historyQuery = (time_range: JobRange) =>
  queryOptions({
    queryKey: ['jobs', 'stats', time_range],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/jobs/stats', { params: { query: { time_range } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: CHARTS_REFETCH_MS,
  })

/** Every job type and its queue. They change only when the server restarts with other modules. */
export const jobTypesQuery = queryOptions({
  queryKey: ['jobs', 'types'],
  queryFn: ({ signal }) =>
    data(api.GET('/api/v1/admin/jobs/types', { params: { query: LARGEST_PAGE }, signal })),
  staleTime: Number.POSITIVE_INFINITY,
})

export const schedulesQuery = queryOptions({
  queryKey: ['jobs', 'schedules'],
  queryFn: async ({ signal }) => {
    const page = await reply(
      api.GET('/api/v1/admin/jobs/schedules', { params: { query: LARGEST_PAGE }, signal }),
    )
    return { ...page, data: page.data.map((row) => ({ ...row, id: row.job_type })) }
  },
  refetchInterval: REFETCH_MS,
})

export async function cancelJob(id: string) {
  const job = await data(api.POST('/api/v1/admin/jobs/{id}/cancel', { params: { path: { id } } }))
  queryClient.setQueryData(jobQuery(id).queryKey, job)
  await changed()
}

export async function retryJob(id: string) {
  await reply(api.POST('/api/v1/admin/jobs/{id}/retry', { params: { path: { id } } }))
  await changed()
}

/** Enqueues the dead letters again, of all queues or one. Returns how many. */
export async function redrive(queue: JobQueueName | undefined) {
  const body = queue ? { queue } : {}
  const { queued_count } = await data(api.POST('/api/v1/admin/jobs/redrive', { body }))
  await changed()
  return queued_count
}

async function changed() {
  await Promise.all(
    [
      ['jobs', 'list'],
      ['jobs', 'queues'],
      ['jobs', 'stats'],
      ['workers', 'stats'],
      ['audit_logs'],
    ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}

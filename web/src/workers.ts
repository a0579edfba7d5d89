import { queryOptions } from '@tanstack/react-query'
import { api, data } from './api'

/** Statistics of all workers and queues. Requires `admin.workers.read`. */
export const workerStatsQuery = queryOptions({
  queryKey: ['workers', 'stats'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/workers/stats', { signal })),
  refetchInterval: 4000,
})

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, type Query, reply } from '~/api'

export type SystemLog = Data<'/api/v1/admin_settings/system_logs', 'get'>[number]

const KEY = 'admin_settings'

export const logsQuery = (query: Query<'/api/v1/admin_settings/system_logs'>) =>
  queryOptions({
    queryKey: [KEY, 'logs', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin_settings/system_logs', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

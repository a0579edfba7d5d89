import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { allRows, api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'
import type { TimeRange } from '~/ui/TimeRangePicker'

const EXPORTS = '/api/v1/audit_logs/exports'
const POLL_MS = 700

export type AuditLogDetail = Data<'/api/v1/audit_logs/{id}', 'get'>
export type AuditExport = Data<typeof EXPORTS, 'get'>[number]
export type AuditFilters = Omit<
  Query<'/api/v1/audit_logs'>,
  'page' | 'per_page' | 'sort' | 'account_id'
>

export const auditLogsQuery = (query: Query<'/api/v1/audit_logs'>) =>
  queryOptions({
    queryKey: ['audit_logs', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/audit_logs', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** The actions that the account's entries have. */
export const actionsQuery = queryOptions({
  queryKey: ['audit_logs', 'actions'],
  queryFn: async ({ signal }) => {
    const rows = await allRows((query) =>
      reply(api.GET('/api/v1/audit_logs/actions', { params: { query }, signal })),
    )
    return rows.map(({ action }) => action)
  },
  staleTime: 60_000,
})

export const auditLogQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit_logs', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/audit_logs/{id}', { params: { path: { id } }, signal })),
  })

const granularity = (range: TimeRange) =>
  ({ '1h': 'minute', '6h': 'hour', '24h': 'hour', '7d': 'hour', '30d': 'day', '90d': 'day' })[
    range
  ] as 'minute' | 'hour' | 'day'

/** Whether the filters choose one day, from its start until its end or now. */
export const isOneDay = ({ date_from, date_to }: AuditFilters) =>
  date_from !== undefined && date_from >= (date_to ?? new Date().toISOString().slice(0, 10))

/** Entries over time that match the filters; their dates take the place of the range. */
export const timelineQuery = (time_range: TimeRange, filters: AuditFilters) =>
  queryOptions({
    queryKey: ['audit_logs', 'timeline', time_range, filters],
    queryFn: ({ signal }) => {
      const step = filters.date_from
        ? isOneDay(filters)
          ? 'hour'
          : 'day'
        : granularity(time_range)
      const query = { ...filters, time_range, granularity: step, limit: 1 }
      return data(api.GET('/api/v1/audit_logs/activity_timeline', { params: { query }, signal }))
    },
    placeholderData: keepPreviousData,
  })

export const securitySummaryQuery = (time_range: TimeRange) =>
  queryOptions({
    queryKey: ['audit_logs', 'security', time_range],
    queryFn: ({ signal }) =>
      data(
        api.GET('/api/v1/audit_logs/security_summary', {
          params: { query: { time_range } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const riskQuery = (time_range: TimeRange) =>
  queryOptions({
    queryKey: ['audit_logs', 'risk', time_range],
    queryFn: ({ signal }) =>
      data(
        api.GET('/api/v1/audit_logs/risk_analysis', { params: { query: { time_range } }, signal }),
      ),
    placeholderData: keepPreviousData,
  })

export const integrityQuery = queryOptions({
  queryKey: ['audit_logs', 'integrity'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/audit_logs/integrity', { signal })),
})

const isInProgress = (file: AuditExport) => ['pending', 'processing'].includes(file.status)

/** Refetches while an export is in progress. */
export const exportsQuery = (query: Query<typeof EXPORTS>) =>
  queryOptions({
    queryKey: ['audit_logs', 'exports', query],
    queryFn: ({ signal }) => reply(api.GET(EXPORTS, { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => state.data?.data.some(isInProgress) && POLL_MS,
  })

export const exportQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit_logs', 'export', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/audit_logs/exports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => state.data && isInProgress(state.data) && POLL_MS,
  })

export async function startExport(
  format: AuditExport['format'],
  filters: AuditFilters,
): Promise<AuditExport> {
  const started = await data(api.POST('/api/v1/audit_logs/export', { body: { format, filters } }))
  queryClient.setQueryData(exportQuery(started.id).queryKey, started)
  await queryClient.invalidateQueries({ queryKey: ['audit_logs', 'exports'] })
  return started
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE, type Query, reply } from '~/api'
import { queryClient } from '~/session'

/** Alerts are updated live. This covers messages lost with the connection, and the values of rules. */
const REFETCH_MS = 30_000

export type Alert = Data<'/api/v1/admin/alerts', 'get'>[number]
export type AlertActivity = Data<'/api/v1/admin/alerts/{id}/activities', 'get'>[number]
export type AlertRule = Data<'/api/v1/admin/alert_rules', 'get'>[number]
export type AlertMetric = Data<'/api/v1/admin/alert_rules/metrics', 'get'>[number]
export type WatchedMetric = Pick<AlertRule, 'metric' | 'condition' | 'threshold'>
export type RuleValues = WatchedMetric &
  Pick<AlertRule, 'name' | 'for_minutes' | 'severity' | 'notify_by_mail' | 'renotify_minutes'>

export const alertsQuery = (query: Query<'/api/v1/admin/alerts'>) =>
  queryOptions({
    queryKey: ['alerts', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/admin/alerts', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  })

export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: ['alerts', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/alerts/{id}', { params: { path: { id } }, signal })),
  })

export const alertActivitiesQuery = (id: string) =>
  queryOptions({
    queryKey: ['alerts', id, 'activities'],
    queryFn: ({ signal }) =>
      data(
        api.GET('/api/v1/admin/alerts/{id}/activities', {
          params: { path: { id }, query: LARGEST_PAGE },
          signal,
        }),
      ),
  })

export const rulesQuery = (query: Query<'/api/v1/admin/alert_rules'>) =>
  queryOptions({
    queryKey: ['alert_rules', 'list', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/alert_rules', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  })

export const metricsQuery = queryOptions({
  queryKey: ['alert_rules', 'metrics'],
  queryFn: ({ signal }) =>
    data(api.GET('/api/v1/admin/alert_rules/metrics', { params: { query: LARGEST_PAGE }, signal })),
  staleTime: Number.POSITIVE_INFINITY,
})

export const rulePreviewQuery = (body: WatchedMetric) =>
  queryOptions({
    queryKey: ['alert_rules', 'preview', body],
    queryFn: ({ signal }) => data(api.POST('/api/v1/admin/alert_rules/preview', { body, signal })),
    placeholderData: keepPreviousData,
  })

export async function setAlertStatus(id: string, step: 'acknowledge' | 'resolve', note: string) {
  const options = { params: { path: { id } }, body: note ? { note } : {} }
  const alert = await data(
    step === 'acknowledge'
      ? api.POST('/api/v1/admin/alerts/{id}/acknowledge', options)
      : api.POST('/api/v1/admin/alerts/{id}/resolve', options),
  )
  queryClient.setQueryData(alertQuery(id).queryKey, alert)
  await refetchAlerts()
}

export async function createRule(body: RuleValues) {
  const rule = await data(api.POST('/api/v1/admin/alert_rules', { body }))
  await refetchAlerts()
  return rule
}

export async function changeRule(id: string, body: Partial<RuleValues> & { enabled?: boolean }) {
  await reply(api.PATCH('/api/v1/admin/alert_rules/{id}', { params: { path: { id } }, body }))
  await refetchAlerts()
}

export async function deleteRule(id: string) {
  await reply(api.DELETE('/api/v1/admin/alert_rules/{id}', { params: { path: { id } } }))
  await refetchAlerts()
}

/** Refetches alerts and rules. */
export async function refetchAlerts() {
  await Promise.all(
    [['alerts'], ['alert_rules', 'list']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { allRows, api, type Data, data, type Query, reply, type User } from '~/api'
import { queryClient } from '~/session'

export type Report = Data<'/api/v1/reports/requests', 'get'>[number]
export type Schedule = Data<'/api/v1/scheduled_reports', 'get'>[number]
export type Recipient = Pick<User, 'id' | 'name' | 'email'>

type NewReport = Pick<Report, 'report_type' | 'format' | 'all_accounts'> &
  Partial<Pick<Report, 'name' | 'start_date' | 'end_date'>>
type NewSchedule = Pick<Report, 'report_type' | 'format' | 'all_accounts'> &
  Pick<Schedule, 'frequency'> & { recipient_ids: string[] }
export type ScheduleChanges = Pick<Schedule, 'name' | 'format' | 'frequency'> & {
  recipient_ids: string[]
}

export const reportsQuery = (query: Query<'/api/v1/reports/requests'>) =>
  queryOptions({
    queryKey: ['reports', 'list', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/reports/requests', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** The types that the user can request. */
export const reportTypesQuery = queryOptions({
  queryKey: ['reports', 'types'],
  queryFn: ({ signal }) =>
    data(api.GET('/api/v1/reports', { params: { query: { per_page: 100 } }, signal })),
  staleTime: 60_000,
})

export const scheduledReportsQuery = (query: Query<'/api/v1/scheduled_reports'>) =>
  queryOptions({
    queryKey: ['reports', 'schedules', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/scheduled_reports', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** The users of the account, who can get scheduled reports. */
export const recipientsQuery = queryOptions({
  queryKey: ['users', 'recipients'],
  queryFn: ({ signal }): Promise<Recipient[]> =>
    allRows((query) => reply(api.GET('/api/v1/users', { params: { query }, signal }))),
  staleTime: 60_000,
})

export async function requestReport(body: NewReport) {
  const created = await data(api.POST('/api/v1/reports', { body }))
  await reportsChanged()
  return created
}

export async function cancelReport({ id }: Report) {
  await reply(api.POST('/api/v1/reports/requests/{id}/cancel', { params: { path: { id } } }))
  await reportsChanged()
}

export async function retryReport({ id }: Report) {
  await reply(api.POST('/api/v1/reports/requests/{id}/retry', { params: { path: { id } } }))
  await reportsChanged()
}

export async function scheduleReport(body: NewSchedule) {
  const created = await data(api.POST('/api/v1/scheduled_reports', { body }))
  await reportsChanged()
  return created
}

export async function changeSchedule({ id }: Schedule, body: ScheduleChanges) {
  const params = { path: { id } }
  const changed = await data(api.PATCH('/api/v1/scheduled_reports/{id}', { params, body }))
  await reportsChanged()
  return changed
}

export async function setScheduleStatus({ id }: Schedule, status: Schedule['status']) {
  const params = { path: { id } }
  await reply(api.PATCH('/api/v1/scheduled_reports/{id}', { params, body: { status } }))
  await reportsChanged()
}

export async function deleteSchedule({ id }: Schedule) {
  await reply(api.DELETE('/api/v1/scheduled_reports/{id}', { params: { path: { id } } }))
  await reportsChanged()
}

async function reportsChanged() {
  await Promise.all(
    [['reports'], ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}

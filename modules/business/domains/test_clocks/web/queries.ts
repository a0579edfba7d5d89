import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type TestClock = Data<'/api/v1/admin/test_clocks', 'get'>[number]
export type TimelineEntry = Data<'/api/v1/admin/test_clocks/{id}/timeline', 'get'>[number]

export const testClocksQuery = (query: Query<'/api/v1/admin/test_clocks'>) =>
  queryOptions({
    queryKey: ['test_clocks', 'list', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/test_clocks', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const testClockQuery = (id: string) =>
  queryOptions({
    queryKey: ['test_clocks', 'one', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/test_clocks/{id}', { params: { path: { id } }, signal })),
  })

/** The clock of an account; null if it has none. */
export const clockOfAccountQuery = (account_id: string) =>
  queryOptions({
    queryKey: ['test_clocks', 'account', account_id],
    queryFn: async ({ signal }) => {
      const params = { query: { account_id, per_page: 1 } }
      const [clock = null] = await data(api.GET('/api/v1/admin/test_clocks', { params, signal }))
      return clock
    },
  })

export const clockTimelineQuery = (
  id: string,
  query: Query<'/api/v1/admin/test_clocks/{id}/timeline'>,
) =>
  queryOptions({
    queryKey: ['test_clocks', 'timeline', id, query],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query }
      return reply(api.GET('/api/v1/admin/test_clocks/{id}/timeline', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

/** The billing time of the signed-in account, if a clock decides it. */
export const billingClockQuery = queryOptions({
  queryKey: ['test_clocks', 'own'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/billing/clock', { signal })),
})

export async function createTestClock(account_id: string): Promise<TestClock> {
  const clock = await data(api.POST('/api/v1/admin/test_clocks', { body: { account_id } }))
  await refetchTestClocks()
  return clock
}

export async function advanceTestClock({ id, to }: { id: string; to: string }): Promise<TestClock> {
  const params = { path: { id } }
  const clock = await data(
    api.POST('/api/v1/admin/test_clocks/{id}/advance', { params, body: { to } }),
  )
  await refetchTestClocks()
  return clock
}

export async function deleteTestClock(id: string): Promise<void> {
  await reply(api.DELETE('/api/v1/admin/test_clocks/{id}', { params: { path: { id } } }))
  await refetchTestClocks()
}

/** Clocks, and what shows what an advance did. */
export async function refetchTestClocks(): Promise<void> {
  const changed = [['test_clocks'], ['subscriptions'], ['audit_logs']]
  await Promise.all(changed.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

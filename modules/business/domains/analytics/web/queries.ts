import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data } from '~/api'
import { datesOf, type MonthRange } from './months'

export type Live = Data<'/api/v1/analytics/live', 'get'>
export type Revenue = Data<'/api/v1/analytics/revenue', 'get'>
export type Churn = Data<'/api/v1/analytics/churn', 'get'>
export type Cohorts = Data<'/api/v1/analytics/cohorts', 'get'>
export type Customers = Data<'/api/v1/analytics/customers', 'get'>

export const liveQuery = queryOptions({
  queryKey: ['analytics', 'live'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/analytics/live', { signal })),
})

const inRange = (range: MonthRange) => ({ params: { query: datesOf(range) } })

export const revenueQuery = (range: MonthRange) =>
  queryOptions({
    queryKey: ['analytics', 'revenue', range],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/analytics/revenue', { ...inRange(range), signal })),
    placeholderData: keepPreviousData,
  })

export const growthQuery = (range: MonthRange) =>
  queryOptions({
    queryKey: ['analytics', 'growth', range],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/analytics/growth', { ...inRange(range), signal })),
    placeholderData: keepPreviousData,
  })

export const churnQuery = (range: MonthRange) =>
  queryOptions({
    queryKey: ['analytics', 'churn', range],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/analytics/churn', { ...inRange(range), signal })),
    placeholderData: keepPreviousData,
  })

export const cohortsQuery = (range: MonthRange) =>
  queryOptions({
    queryKey: ['analytics', 'cohorts', range],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/analytics/cohorts', { ...inRange(range), signal })),
    placeholderData: keepPreviousData,
  })

export const customersQuery = (range: MonthRange) =>
  queryOptions({
    queryKey: ['analytics', 'customers', range],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/analytics/customers', { ...inRange(range), signal })),
    placeholderData: keepPreviousData,
  })

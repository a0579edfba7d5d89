import type { paths } from '@powernode/contract/generated/public.d.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Gateway = Data<'/api/v1/payment_gateways/{gateway}', 'get'>
export type ConnectionJob = Data<'/api/v1/gateway_connection_jobs/{id}', 'get'>
export type Transaction = Data<'/api/v1/payment_gateways/{gateway}/transactions', 'get'>[number]
export type GatewayEvent = Data<'/api/v1/payment_gateways/{gateway}/webhook_events', 'get'>[number]
export type GatewayChanges = NonNullable<
  paths['/api/v1/payment_gateways/{gateway}']['patch']['requestBody']
>['content']['application/json']

const POLL_MS = 1000
const key = ['payment_gateways']

/** The gateways in display order. */
export const gatewayNames: Gateway['gateway'][] = ['stripe', 'paypal']

export const gatewayQuery = (gateway: string) =>
  queryOptions({
    queryKey: [...key, gateway],
    queryFn: ({ signal }) =>
      data(
        api.GET('/api/v1/payment_gateways/{gateway}', { params: { path: { gateway } }, signal }),
      ),
  })

/** Whether payments are simulated, as everyone who can pay may know. */
export const simulatedQuery = queryOptions({
  queryKey: [...key, 'simulated'],
  queryFn: async ({ signal }) => {
    const query = LARGEST_PAGE
    const all = await data(api.GET('/api/v1/payment_gateways', { params: { query }, signal }))
    return all.some(({ simulated }) => simulated)
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** A connection test, refetched until it has ended. */
export const connectionJobQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['gateway_connection_jobs', id],
    queryFn: ({ signal }) =>
      data(
        api.GET('/api/v1/gateway_connection_jobs/{id}', {
          params: { path: { id: id ?? '' } },
          signal,
        }),
      ),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.completed_at === null ? POLL_MS : false),
  })

export const transactionsQuery = (
  gateway: string,
  query: Query<'/api/v1/payment_gateways/{gateway}/transactions'>,
) =>
  queryOptions({
    queryKey: [...key, gateway, 'transactions', query],
    queryFn: ({ signal }) => {
      const params = { path: { gateway }, query }
      return reply(api.GET('/api/v1/payment_gateways/{gateway}/transactions', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

export const gatewayEventsQuery = (
  gateway: string,
  query: Query<'/api/v1/payment_gateways/{gateway}/webhook_events'>,
) =>
  queryOptions({
    queryKey: [...key, gateway, 'webhook_events', query],
    queryFn: ({ signal }) => {
      const params = { path: { gateway }, query }
      return reply(api.GET('/api/v1/payment_gateways/{gateway}/webhook_events', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

/** Has an event processed again. */
export async function retryGatewayEvent(id: string) {
  await reply(api.POST('/api/v1/gateway_events/{id}/retry', { params: { path: { id } } }))
  await gatewaysChanged()
}

export async function changeGateway(gateway: string, body: GatewayChanges) {
  const params = { path: { gateway } }
  await reply(api.PATCH('/api/v1/payment_gateways/{gateway}', { params, body }))
  await gatewaysChanged()
}

/** Starts a connection test, and returns its id. */
export async function testConnection(gateway: string) {
  const params = { path: { gateway } }
  const path = '/api/v1/payment_gateways/{gateway}/test_connection'
  const { id } = await data(api.POST(path, { params }))
  return id
}

export async function gatewaysChanged() {
  await Promise.all(
    [key, ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}

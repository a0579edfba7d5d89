import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { type WebhookEventType, webhooksChanged } from './queries'

export type Delivery = Data<'/api/v1/webhooks/deliveries', 'get'>[number]
export type DeliveryDetail = Data<'/api/v1/webhooks/deliveries/{id}', 'get'>

/** A time range, in ISO 8601. */
export type DeliveryRange = { since: string; until?: string }

export const deliveriesQuery = (query: Query<'/api/v1/webhooks/deliveries'>) =>
  queryOptions({
    queryKey: ['webhooks', 'deliveries', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/webhooks/deliveries', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'delivery', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/webhooks/deliveries/{id}', { params: { path: { id } }, signal })),
  })

export const resendDelivery = (id: string) =>
  data(api.POST('/api/v1/webhooks/deliveries/{id}/replay', { params: { path: { id } } })).finally(
    webhooksChanged,
  )

export const retryFailed = (webhook_id: string, since: string) =>
  data(api.POST('/api/v1/webhooks/retry_failed', { body: { webhook_id, since } })).finally(
    webhooksChanged,
  )

export const replay = (id: string, range: DeliveryRange, event_types: WebhookEventType[]) =>
  data(
    api.POST('/api/v1/webhooks/{id}/replay', {
      params: { path: { id } },
      body: { ...range, ...(event_types.length > 0 && { event_types }) },
    }),
  ).finally(webhooksChanged)

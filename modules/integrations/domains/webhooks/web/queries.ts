import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { allRows, api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Webhook = Data<'/api/v1/webhooks', 'get'>[number]
export type WebhookEvent = Data<'/api/v1/webhooks/available_events', 'get'>[number]
export type WebhookStats = Data<'/api/v1/webhooks/stats', 'get'>
export type WebhookEventType = WebhookEvent['type']
export type WebhookValues = {
  url: string
  description: string
  /** Null means all events, including future ones. */
  event_types: WebhookEventType[] | null
  timeout_seconds: number
  retry_limit: number
}

const key = ['webhooks']
const choicesKey = ['webhook_choices']

export const webhooksQuery = (query: Query<'/api/v1/webhooks'>) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/webhooks', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** Every webhook, as filter options. Delivery messages do not invalidate them. */
export const allWebhooksQuery = queryOptions({
  queryKey: choicesKey,
  queryFn: ({ signal }) =>
    allRows((page) => {
      const query = { ...page, sort: 'url' } as const
      return reply(api.GET('/api/v1/webhooks', { params: { query }, signal }))
    }),
  staleTime: 60_000,
})

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/webhooks/{id}', { params: { path: { id } }, signal })),
  })

/** Metrics of the last seven days: of all webhooks, or of one. */
export const webhookStatsQuery = (webhook_id?: string) =>
  queryOptions({
    queryKey: [...key, 'stats', webhook_id],
    queryFn: ({ signal }) => {
      const query = webhook_id ? { webhook_id } : {}
      return data(api.GET('/api/v1/webhooks/stats', { params: { query }, signal }))
    },
  })

/** Every event type. */
export const eventsQuery = queryOptions({
  queryKey: ['webhook_events'],
  queryFn: ({ signal }) =>
    allRows((query) =>
      reply(
        api.GET('/api/v1/webhooks/available_events', {
          params: { query },
          signal,
        }),
      ),
    ),
  staleTime: Number.POSITIVE_INFINITY,
})

export async function createWebhook(values: WebhookValues) {
  const { description, event_types, ...body } = wire(values)
  const webhook = await data(
    api.POST('/api/v1/webhooks', {
      body: { ...body, event_types, ...(description && { description }) },
    }),
  )
  await webhooksChanged()
  return webhook
}

/** Sends only the changed fields, so that the audit log and the event list only those. */
export function changeWebhook(webhook: Webhook, values: WebhookValues) {
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(webhook[field as keyof Webhook])
  return change(webhook.id, Object.fromEntries(Object.entries(wire(values)).filter(differs)))
}

export const setWebhookStatus = (id: string, status: Webhook['status']) => change(id, { status })

export async function rotateSecret(id: string, grace_period_seconds: number) {
  const webhook = await data(
    api.POST('/api/v1/webhooks/{id}/rotate_secret', {
      params: { path: { id } },
      body: { grace_period_seconds },
    }),
  )
  await webhooksChanged()
  return webhook
}

export async function deleteWebhook(id: string) {
  await reply(api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } }))
  queryClient.removeQueries({ queryKey: webhookQuery(id).queryKey })
  await webhooksChanged()
}

export async function sendTest(id: string, event_type: WebhookEventType) {
  const params = { path: { id } }
  return data(api.POST('/api/v1/webhooks/{id}/test', { params, body: { event_type } })).finally(
    webhooksChanged,
  )
}

/** Refetches webhooks, deliveries and the audit log. */
export async function webhooksChanged() {
  await Promise.all(
    [key, choicesKey, ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}

async function change(id: string, body: Partial<ReturnType<typeof wire>> & Partial<Status>) {
  const webhook = await data(api.PATCH('/api/v1/webhooks/{id}', { params: { path: { id } }, body }))
  queryClient.setQueryData(webhookQuery(id).queryKey, webhook)
  await webhooksChanged()
  return webhook
}

type Status = Pick<Webhook, 'status'>

const wire = ({ description, event_types, ...values }: WebhookValues) => ({
  ...values,
  description: description.trim() || null,
  event_types: event_types ?? [],
})

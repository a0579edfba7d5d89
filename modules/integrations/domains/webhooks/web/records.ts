import { IconSend, IconWebhook } from '@tabler/icons-react'
import { api, data, reply } from '~/api'
import type { FoundRecord, Records } from '~/feature'
import type { Delivery } from './deliveries'
import type { Webhook } from './queries'

const MESSAGE_ID = /^evt_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const webhookRecords: Records = {
  order: 40,
  label: 'Webhooks',
  to: '/webhooks/$id',
  icon: IconWebhook,
  needs: 'webhooks.read',
  key: 'webhooks',
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/webhooks', { params: { query }, signal }))
    return data.map(foundWebhook)
  },
  get: async (id, signal) =>
    foundWebhook(
      await data(api.GET('/api/v1/webhooks/{id}', { params: { path: { id } }, signal })),
    ),
}

/** Found by their own id, or by that of the event in the header `webhook-id`. */
const deliveryRecords: Records = {
  order: 50,
  label: 'Deliveries',
  to: '/webhooks/deliveries',
  icon: IconSend,
  needs: 'webhooks.read',
  key: 'webhooks',
  find: async (event_id, signal) => {
    if (!MESSAGE_ID.test(event_id)) return []
    const query = { event_id, per_page: 5 }
    const path = '/api/v1/webhooks/deliveries'
    return (await reply(api.GET(path, { params: { query }, signal }))).data.map(foundDelivery)
  },
  get: async (id, signal) => {
    const params = { path: { id } }
    const path = '/api/v1/webhooks/deliveries/{id}'
    return foundDelivery(await data(api.GET(path, { params, signal })))
  },
}

const foundWebhook = ({ id, url, description }: Webhook): FoundRecord => ({
  id,
  label: url,
  description: description ?? '',
})

const foundDelivery = ({ id, event_type, webhook }: Delivery): FoundRecord => ({
  id,
  label: event_type,
  description: webhook.url,
  search: { delivery: id },
})

export default [webhookRecords, deliveryRecords]

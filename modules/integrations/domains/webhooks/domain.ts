import { defineDomain } from '@powernode/server/platform/module.ts'
import { WebhookChannel } from './channel.ts'
import { contract } from './contract.ts'
import { documents } from './documents.ts'
import { markDeliveryFailed } from './exhausted.ts'
import { mails } from './mails.ts'
import { metrics } from './metrics.ts'
import { reactions } from './reactions.ts'
import { deliveries, internalDeliveries, webhooks } from './routes.ts'
import { createDeliveries } from './scheduling.ts'
import { settings } from './settings.ts'
import { countActiveWebhooks } from './webhook.ts'

export default defineDomain({
  name: 'webhooks',
  tables: ['webhooks', 'webhook_deliveries', 'webhook_attempts'],
  contract,
  routes: [webhooks, deliveries, internalDeliveries],
  documents,
  channels: { WebhookChannel },
  before: { ...reactions, every: [createDeliveries] },
  metrics,
  limits: { max_webhooks: countActiveWebhooks },
  retention: {
    webhook_deliveries: {
      counts: 'Deliveries older than 30 days',
      rows: [{ by: 'created_at', days: 30 }],
    },
  },
  onDeadLetter: { deliver_webhook: markDeliveryFailed },
  mails,
  settings,
  names: {
    webhook: {
      rows: (ctx) => ctx.own('webhooks').select().select(['id', 'url as name']),
      recorded: 'url',
    },
  },
  examples: {
    webhooks: ({ owner }) => owner.post('/webhooks', { url: 'https://example.com/hooks' }),
    async deliveries({ owner, id }) {
      await id('webhooks')
      await owner.patch('/accounts/current', { name: 'Announced' })
      return owner.first('/webhooks/deliveries')
    },
  },
})

import { declare, SENT_AS_OWN_MAIL } from '@powernode/contract/declare.ts'
import { event, id, list, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const webhook = {
  id: id('The webhook'),
  url: text('URL of the webhook', 'https://example.com/hooks'),
}
const changes = list('Names of the fields that changed', 'name')

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'webhooks.read': {
      description: 'See webhooks and their deliveries',
      roles: ['member', 'developer', 'manager'],
    },
    'webhooks.create': { description: 'Create webhooks', roles: ['developer', 'manager'] },
    'webhooks.update': {
      description: 'Change, test and replay webhooks',
      roles: ['developer', 'manager'],
    },
    'webhooks.delete': { description: 'Delete webhooks', roles: ['developer', 'manager'] },
    'system.webhooks.deliver': { description: 'Deliver webhooks' },
  },
  events: {
    'webhook.created': event('A webhook was created', webhook),
    'webhook.updated': event('A webhook changed', { id: webhook.id, changes }),
    'webhook.deleted': event('A webhook was deleted', webhook),
    'webhook.disabled': event('A webhook was disabled because its receiver keeps failing', {
      ...webhook,
      reason: text('`gone` or `failing`', 'failing'),
    }),
    'test.webhook': event('A test event was sent to a webhook', {
      message: text('Text of the test event', 'This is a test from Powernode'),
    }),
  },
  jobs: {
    deliver_webhook: {
      input: Type.Object({
        webhook_id: Type.String({ format: 'uuid' }),
        delivery_id: Type.String({ format: 'uuid' }),
        /** Number of times the delivery was enqueued; jobs of earlier turns do nothing. */
        turn: Type.Integer({ minimum: 1 }),
      }),
      queue: 'webhooks',
      retries: 8,
      timeoutSeconds: 330,
      share: { by: 'webhook_id', atOnce: 10 },
    },
  },
  queues: {
    webhooks: { weight: 2 },
  },
  counters: {
    webhook_attempts: {
      counts: 'Webhook delivery attempts by resulting status',
      by: 'outcome',
    },
  },
  rates: {
    webhook: {
      perMinute: { free: 10, starter: 30, professional: 100, business: 500 },
      weight: 2,
      setting: 'webhook_requests_per_minute',
    },
  },
  throttles: {
    webhook_test: { points: 10, duration: 60 },
  },
  audit: {
    'webhook.created': { risk: 'low', threat: 'low' },
    'webhook.secret_rotated': { risk: 'medium', of: ['security'] },
    'webhook.disabled': { risk: 'medium' },
    'webhook.updated': {},
    'webhook.status_changed': {},
    'webhook.tested': {},
    'webhook.delivery_replayed': {},
    'webhook.deliveries_replayed': {},
    'webhook.deleted': {},
  },
  notifications: {
    webhook_disabled: {
      category: 'Webhooks',
      label: 'A webhook was disabled',
      description: 'Sent to owners when the receiver is gone or keeps failing',
      in_app: true,
      mail: true,
      fixed: { mail: SENT_AS_OWN_MAIL },
    },
  },
  limits: { max_webhooks: { counts: 'webhooks' } },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    webhooks: typeof contract
  }
}

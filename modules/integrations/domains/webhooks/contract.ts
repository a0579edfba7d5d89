import { declare, SENT_AS_OWN_MAIL } from '@powernode/contract/declare.ts'
import { event, id, list, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const webhook = {
  id: id('The webhook'),
  url: text('Where it delivers to', 'https://example.com/hooks'),
}
const changes = list('Names of the fields that changed', 'name')

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'webhooks.read': {
      description: 'See webhooks and what they delivered',
      roles: ['member', 'developer', 'manager'],
    },
    'webhooks.create': { description: 'Make webhooks', roles: ['developer', 'manager'] },
    'webhooks.update': {
      description: 'Change, test and replay webhooks',
      roles: ['developer', 'manager'],
    },
    'webhooks.delete': { description: 'Delete webhooks', roles: ['developer', 'manager'] },
    'system.webhooks.deliver': { description: 'Deliver webhooks' },
  },
  events: {
    'webhook.created': event('A webhook was made', webhook),
    'webhook.updated': event('A webhook changed', { id: webhook.id, changes }),
    'webhook.deleted': event('A webhook was deleted', webhook),
    'webhook.disabled': event('A webhook was switched off because it cannot be reached', {
      ...webhook,
      reason: text('`gone` or `failing`', 'failing'),
    }),
    'test.webhook': event('Somebody tried out a webhook', {
      message: text('A greeting', 'This is a test from Powernode'),
    }),
  },
  jobs: {
    deliver_webhook: {
      input: Type.Object({
        webhook_id: Type.String({ format: 'uuid' }),
        delivery_id: Type.String({ format: 'uuid' }),
        /** Counts how often the delivery was queued; an older job finds nothing to do. */
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
      counts: 'Tries to deliver a webhook, by where the delivery stood after it',
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
  },
  notifications: {
    webhook_disabled: {
      category: 'Webhooks',
      label: 'A webhook was switched off',
      description: 'Because its receiver is gone or keeps failing; owners are told',
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

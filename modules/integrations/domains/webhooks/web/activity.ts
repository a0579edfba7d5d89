import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    webhook: { noun: 'webhook', page: '/webhooks/$id' },
  },
  sentences: {
    'webhook.created': 'added {the object}',
    'webhook.updated': 'changed {the object}',
    'webhook.deleted': 'deleted {the object}',
    'webhook.status_changed': ({ new_values }) =>
      new_values.status === 'active' ? 'enabled {the object}' : 'disabled {the object}',
    'webhook.disabled': 'disabled {the object} because its receiver keeps failing',
    'webhook.secret_rotated': 'rotated the secret of {object}',
    'webhook.tested': { one: 'sent a test to {object}', many: 'sent {count} tests to {object}' },
    'webhook.delivery_replayed': {
      one: 'replayed a delivery to {object}',
      many: 'replayed {count} deliveries to {object}',
    },
    'webhook.deliveries_replayed': ({ metadata }, { number }) =>
      metadata.count === 1
        ? 'replayed a delivery to {object}'
        : `replayed ${number(metadata.count)} deliveries to {object}`,
  },
})

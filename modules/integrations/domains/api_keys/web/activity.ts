import { defineActivity } from '~/activity'

const statuses: Record<string, string> = {
  active: 'activated {the object}',
  inactive: 'deactivated {the object}',
  revoked: 'revoked {the object}',
}

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    api_key: { noun: 'API key', page: '/api_keys/$id' },
  },
  sentences: {
    'api_key.created': 'created {the object}',
    'api_key.updated': 'changed {the object}',
    'api_key.status_changed': ({ new_values }) =>
      statuses[String(new_values.status)] ?? 'changed the status of {the object}',
    'api_key.regenerated': 'regenerated {the object}',
    'api_key.access_denied': 'was refused access with {the object}',
    'api_key.deleted': 'deleted {the object}',
  },
})

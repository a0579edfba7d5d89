import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, list, text } from '@powernode/contract/events.ts'

const apiKey = { id: id('The key'), name: text('Name of the key', 'Reporting') }
const changes = list('Names of the fields that changed', 'name')

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'api_keys.read': {
      description: 'See API keys, their permissions and their usage',
      roles: ['developer', 'manager'],
      byKey: false,
    },
    'api_keys.create': {
      description: 'Create API keys',
      roles: ['developer', 'manager'],
      byKey: false,
    },
    'api_keys.update': {
      description: 'Change, regenerate, revoke and activate API keys',
      roles: ['developer', 'manager'],
      byKey: false,
    },
    'api_keys.delete': {
      description: 'Delete API keys',
      roles: ['developer', 'manager'],
      byKey: false,
    },
  },
  events: {
    'api_key.created': event('An API key was created', {
      ...apiKey,
      environment: text('`live` or `test`', 'live'),
      scopes: list('Permissions of the key', 'users.read'),
    }),
    'api_key.updated': event('An API key changed', { ...apiKey, changes }),
    'api_key.status_changed': event('An API key was revoked or activated again', {
      ...apiKey,
      status: text('`active`, `revoked` or `expired`', 'revoked'),
    }),
    'api_key.regenerated': event('An API key was regenerated', {
      ...apiKey,
      grace_period_seconds: count('Seconds for which the previous key stays valid', 3600),
    }),
    'api_key.deleted': event('An API key was deleted', apiKey),
  },
  audit: {
    'api_key.created': { risk: 'medium', threat: 'low', of: ['security'] },
    'api_key.regenerated': { risk: 'medium', of: ['security'] },
    'api_key.access_denied': { risk: 'high', threat: 'high', of: ['suspicious', 'security'] },
    'api_key.updated': {},
    'api_key.status_changed': {},
    'api_key.deleted': {},
  },
  errors: {
    invalid_api_key: { status: 401, says: 'This API key is unknown' },
    api_key_revoked: { status: 401, says: 'This API key is revoked' },
    api_key_expired: { status: 401, says: 'This API key has expired' },
    ip_not_allowed: { status: 403, says: 'This API key cannot be used from this IP address' },
    quota_exceeded: { status: 429, says: 'This API key has used its monthly quota' },
  },
  limits: { max_api_keys: { counts: 'API keys' } },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    api_keys: typeof contract
  }
}

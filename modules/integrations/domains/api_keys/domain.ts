import { defineDomain } from '@powernode/server/platform/module.ts'
import { countActiveKeys } from './api_key.ts'
import { contract } from './contract.ts'
import { documents } from './documents.ts'
import { authenticate } from './principal.ts'
import { revokeKeysOf } from './revocation.ts'
import apiKeys from './routes.ts'

export default defineDomain({
  name: 'api_keys',
  tables: ['api_keys', 'api_key_usage'],
  contract,
  routes: [apiKeys],
  authenticate,
  documents,
  limits: { max_api_keys: countActiveKeys },
  removeCredentials: revokeKeysOf,
  retention: {
    api_key_usage: {
      counts: 'API request counts older than 400 days',
      rows: [{ by: 'day', days: 400 }],
    },
  },
  names: { api_key: { rows: (ctx) => ctx.own('api_keys').select().select(['id', 'name']) } },
  examples: {
    api_keys: ({ owner }) => owner.post('/api_keys', { name: 'Key', scopes: ['users.read'] }),
  },
})

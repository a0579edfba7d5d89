import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  ApiKey,
  ApiKeyChanges,
  ApiKeyFilters,
  ApiKeyStats,
  ApiKeyWithSecret,
  createApiKey,
  deleteApiKey,
  listApiKeys,
  NewApiKey,
  readApiKey,
  updateApiKey,
} from './api_key.ts'
import { ApiKeyScope, listScopes } from './scope.ts'
import {
  ApiKeyRegeneration,
  ApiKeyToValidate,
  ApiKeyValidity,
  regenerateApiKey,
  validateKey,
} from './secret.ts'
import { changeKeyStatus, KeyStatusChange } from './status.ts'
import { ApiKeyUsage, readKeyUsage, UsageFilters } from './usage.ts'

export default resource('/api_keys', 'API keys for programs', (r) => {
  r.list(
    '/',
    {
      can: 'api_keys.read',
      of: ApiKey,
      query: ApiKeyFilters,
      sorts: ['-created_at', 'name', 'last_used_at', 'usage_count', 'expires_at'],
      meta: ApiKeyStats,
      summary: 'List API keys of the account',
    },
    ({ ctx, page, query }) => listApiKeys(ctx, page, query),
  )
  r.list(
    '/scopes',
    {
      can: 'api_keys.read',
      of: ApiKeyScope,
      sorts: ['name'],
      summary: 'List permissions that an API key can have',
    },
    ({ ctx, page }) => listScopes(ctx, page),
  )
  r.get(
    '/usage',
    {
      can: 'api_keys.read',
      class: 'heavy',
      of: ApiKeyUsage,
      query: UsageFilters,
      summary: 'Get API key usage by day, route, status and key',
    },
    ({ ctx, query }) => readKeyUsage(ctx, query),
  )
  r.post(
    '/validate',
    {
      can: 'api_keys.read',
      whileImpersonating: 'changes nothing; the caller already has the key',
      body: ApiKeyToValidate,
      of: ApiKeyValidity,
      status: 200,
      summary: 'Check an API key without using it',
    },
    ({ ctx, body }) => validateKey(ctx, body),
  )
  r.post(
    '/',
    {
      can: 'api_keys.create',
      notImpersonating: true,
      body: NewApiKey,
      of: ApiKeyWithSecret,
      summary: 'Create an API key; it is shown only once',
      says: 'API key created',
      fails: ['impersonation_restricted'],
    },
    ({ ctx, body }) => createApiKey(ctx, body),
  )
  r.get('/:id', { can: 'api_keys.read', of: ApiKey, summary: 'Get an API key' }, ({ ctx, id }) =>
    readApiKey(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'api_keys.update',
      notImpersonating: true,
      body: ApiKeyChanges,
      of: ApiKey,
      summary: 'Update an API key; its secret is kept',
      says: 'API key updated',
      fails: ['impersonation_restricted'],
    },
    ({ ctx, id, body }) => updateApiKey(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'api_keys.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete an API key; it stops working immediately',
      says: 'API key deleted',
      fails: ['impersonation_restricted'],
    },
    ({ ctx, id }) => deleteApiKey(ctx, id),
  )
  r.post(
    '/:id/regenerate',
    {
      can: 'api_keys.update',
      notImpersonating: true,
      body: ApiKeyRegeneration,
      of: ApiKeyWithSecret,
      status: 200,
      summary: 'Regenerate an API key; the new secret is shown only once',
      says: 'API key regenerated',
      fails: ['impersonation_restricted', 'permission_not_grantable', 'conflict'],
    },
    ({ ctx, id, body }) => regenerateApiKey(ctx, id, body),
  )
  r.post(
    '/:id/toggle_status',
    {
      can: 'api_keys.update',
      notImpersonating: true,
      body: KeyStatusChange,
      of: ApiKey,
      status: 200,
      summary: 'Revoke an active API key, or activate a revoked one',
      says: 'API key status changed',
      fails: ['impersonation_restricted', 'invalid_transition', 'conflict'],
    },
    ({ ctx, id, body }) => changeKeyStatus(ctx, id, body),
  )
})

import { declare, type ErrorDefinition } from '@powernode/contract/declare.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'

/** Error codes of the platform. */
const contract = declare({
  errors: {
    bad_request: { status: 400, says: 'Bad request' },
    malformed_json: { status: 400, says: 'Malformed JSON' },
    unauthorized: { status: 401, says: 'Access token required' },
    token_expired: { status: 401, says: 'Token has expired' },
    token_revoked: { status: 401, says: 'Token has been revoked' },
    user_inactive: { status: 401, says: 'This user is not active' },
    account_inactive: { status: 401, says: 'This account is not active' },
    forbidden: { status: 403, says: 'Permission denied' },
    scope_insufficient: { status: 403, says: 'This API key does not have the required scope' },
    impersonation_restricted: { status: 403, says: 'Not possible while impersonating a user' },
    not_found: { status: 404, says: 'Endpoint not found' },
    method_not_allowed: { status: 405, says: 'Method not allowed' },
    request_timeout: { status: 408, says: 'The request took too long to arrive' },
    conflict: { status: 409, says: 'Conflict' },
    invalid_transition: { status: 409, says: 'Not possible in the current state' },
    idempotency_in_progress: {
      status: 409,
      says: 'A request with this Idempotency-Key is still running',
    },
    idempotency_completed: {
      status: 409,
      says: 'The first request with this Idempotency-Key was completed; its response is not stored',
    },
    precondition_failed: { status: 412, says: 'The content is not the one you have' },
    payload_too_large: { status: 413, says: 'Request body is too large' },
    uri_too_long: { status: 414, says: 'URL is too long' },
    unsupported_media_type: { status: 415, says: 'Send a JSON body as application/json' },
    range_not_satisfiable: { status: 416, says: 'The range is beyond the end of the content' },
    expectation_failed: { status: 417, says: 'The only supported expectation is 100-continue' },
    validation_error: { status: 422, says: 'Validation failed' },
    idempotency_key_reused: {
      status: 422,
      says: 'This Idempotency-Key was used with another request',
    },
    headers_too_large: { status: 431, says: 'Request headers are too large' },
    rate_limited: { status: 429, says: 'Too many requests' },
    internal_error: { status: 500, says: 'Internal server error' },
    service_unavailable: { status: 503, says: 'Temporarily unavailable' },
    storage_unavailable: { status: 503, says: 'Data cannot be stored at the moment' },
    maintenance: { status: 503, says: 'This server is under maintenance. Please try again later' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    platform: typeof contract
  }
}

/** All error codes. */
export type ErrorCode = NamesOf<'errors'>
export const errorCodes = { ...contract.errors } as Record<ErrorCode, ErrorDefinition>

/** Registers the error codes of a domain; throws if one is already registered. */
export function addErrors(more: Record<string, ErrorDefinition>): void {
  requireUnusedNames('error code', more, errorCodes)
  Object.assign(errorCodes, more)
}

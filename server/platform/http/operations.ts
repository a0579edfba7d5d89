import type { FastifySchema } from 'fastify'
import { Type } from 'typebox'
import { type ErrorCode, errorCodes } from '../kernel/errors.ts'
import { bounded, MAX_ADDRESS_LENGTH } from './bounds.ts'
import { type Components, hoistShapes } from './components.ts'
import { acceptsKeys, isOpen, type Route } from './route.ts'

/** The error envelope. Domains add codes, so it is created after all are registered. */
export const errorEnvelope = () =>
  Type.Object(
    {
      success: Type.Literal(false),
      error: Type.String({
        description: 'Error message for people',
        examples: ['User not found'],
      }),
      code: Type.String({
        enum: Object.keys(errorCodes),
        description: 'Error code for programs',
      }),
      errors: Type.Optional(
        Type.Record(Type.String(), Type.Array(Type.String()), {
          description: 'On 422: errors of each field; `base` for errors of the whole request',
        }),
      ),
      details: Type.Optional(
        Type.Record(Type.String(), Type.Unknown(), { description: 'More about this error' }),
      ),
      request_id: Type.String({ description: 'Quote it when you ask for help' }),
    },
    { title: 'Error', description: 'Every error has this shape' },
  )

interface Content {
  [type: string]: { schema?: unknown }
}

export interface Response {
  description: string
  headers?: object
  content?: Content
}

interface Parameter {
  in: string
  name: string
  schema: object
  description?: string
}

export interface Operation {
  operationId: string
  tags: string[]
  security: Record<string, string[]>[]
  parameters?: (Parameter | { $ref: string })[]
  responses: Record<string, Response | { $ref: string }>
  requestBody?: { required: boolean; content: Content }
}

const header = (description: string, example: string) => ({
  description,
  schema: { type: 'string', maxLength: 200 },
  example,
})

/** Response headers. Their names are case-insensitive. */
const replyHeaders = {
  RateLimit: header(
    'Remaining requests, and seconds until the limit resets. Not sent to workers.',
    '"user_minute";r=1199;t=60',
  ),
  'RateLimit-Policy': header(
    'The limit (q) and its window in seconds (w)',
    '"user_minute";q=1200;w=60',
  ),
  'X-Request-Id': header(
    'The id of this request: your own, if you sent one',
    '0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11',
  ),
  'Access-Control-Allow-Origin': header(
    'Your origin, if this installation allows it (CORS_ORIGINS)',
    'https://app.example.com',
  ),
}
/** Health routes have no limit. */
const { RateLimit: _, 'RateLimit-Policy': __, ...unlimited } = replyHeaders
const retryAfter = { 'Retry-After': header('Seconds to wait before you retry', '60') }
const location = {
  Location: header('Path of the new record', '/api/v1/users/019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'),
}

/** Headers that operations refer to, by name. */
export const headers = { ...replyHeaders, ...retryAfter, ...location }

/** Parameters that operations share, by name. */
export const parameters = {
  IdempotencyKey: {
    in: 'header',
    name: 'Idempotency-Key',
    required: false,
    description:
      'Makes retries safe: for 24 hours, a request with the same key gets the same response',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    example: '0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11',
  },
  RequestId: {
    in: 'header',
    name: 'X-Request-Id',
    required: false,
    description:
      'Your own id of the request, used in the logs: 8 to 64 letters, digits and hyphens. Other values are replaced.',
    schema: { type: 'string', maxLength: 64 },
    example: '0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11',
  },
}

/** Components that operations share. */
interface Shared {
  /** Keyed by error codes. */
  failures: Record<string, Response>
  /** Keyed by name. */
  shapes: Components
  /** Error codes of all routes that accept API keys. */
  keyFailures: ErrorCode[]
}

/**
 * Completes an operation from its route: bounds, descriptions of path parameters, headers, errors and references to shared
 * shapes.
 */
export function completeOperation(
  operation: Operation,
  route: Route | undefined,
  { failures, shapes, keyFailures }: Shared,
): void {
  const { responses, requestBody } = operation
  const own = (operation.parameters ?? []) as Parameter[]
  const required = (route?.spec.body as { required?: string[] } | undefined)?.required
  if (requestBody) {
    requestBody.required = required !== undefined && required.length > 0
    bind(requestBody.content, shapes)
  }
  const parts = [...(route?.path ?? '').matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  for (const parameter of own) {
    parameter.schema = bounded(parameter.schema, MAX_ADDRESS_LENGTH)
    if (parameter.in === 'path') parameter.description = `The ${parts.shift()}`.replaceAll('_', ' ')
  }
  const names = ['RequestId', ...(route?.method === 'POST' ? ['IdempotencyKey'] : [])]
  const references = names.map((name) => ({ $ref: `#/components/parameters/${name}` }))
  operation.parameters = [...own, ...references]
  for (const [status, response] of Object.entries(responses) as [string, Response][]) {
    response.description = route?.spec.says ?? 'Success'
    const located = status === '201' && route?.location
    response.headers = headersOf({
      ...(route ? replyHeaders : unlimited),
      ...(located && location),
    })
    if (response.content) bind(response.content, shapes)
  }
  if (route) describeBytes(operation, route, shapes)
  for (const [status, codes] of failuresOf(route, keyFailures)) {
    const name = codes.join('.')
    responses[status] = { $ref: `#/components/responses/${name}` }
    failures[name] ??= {
      description: codes.join(', '),
      headers: headersOf({ ...replyHeaders, ...(/429|503/.test(status) && retryAfter) }),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }
  }
}

/** Describes bodies that are not JSON: files, events, and requests of other services. */
function describeBytes(operation: Operation, { kind, spec }: Route, shapes: Components) {
  const { types = [], events = {} } = spec
  const content: Content = Object.fromEntries(types.map((type) => [type, {}]))
  const success = operation.responses['200'] as Response
  if (kind === 'download') success.content = content
  if (kind === 'upload') {
    const { jsonBody, optionalBody = false } = spec
    if (jsonBody) content['application/json'] = { schema: hoistShapes(bounded(jsonBody), shapes) }
    operation.requestBody = { required: !optionalBody, content }
  }
  if (kind === 'inbound') operation.requestBody = { required: true, content: { '*/*': {} } }
  if (kind !== 'stream') return
  const kinds = Object.entries(events).map(([event, data]) =>
    Type.Object({ event: Type.Literal(event), data }),
  )
  const schema = hoistShapes(bounded(Type.Union(kinds)), shapes)
  success.content = { 'text/event-stream': { schema } }
}

function headersOf(headers: object) {
  const names = Object.keys(headers)
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

function bind(content: Content, shapes: Components) {
  const json = content['application/json']
  if (json) json.schema = hoistShapes(bounded(json.schema), shapes)
}

/** The documentation of a route for Fastify and OpenAPI, besides its schemas. */
export function documentation({ spec, tag, operation }: Route): FastifySchema {
  const description = descriptionOf(spec, operation)
  return {
    tags: [tag],
    summary: spec.summary,
    operationId: operation,
    security: securityOf(spec),
    ...(description && { description }),
  } as FastifySchema
}

function descriptionOf({ can, orSelf, worker }: Route['spec'], operation: string) {
  const free = can === 'public' || can === 'anyone' || can === 'signed_in'
  const required =
    !free && `Needs the permission \`${can}\`${orSelf ? ', unless you are that user' : ''}.`
  const workers = worker && `Workers need \`${worker}\`.`
  const twin = operation.endsWith('ByPut') && 'The same as PATCH: omitted fields keep their values.'
  return [required, workers, twin].filter(Boolean).join(' ')
}

/** The security requirements: schemes with the required permission; empty for public routes, `{}` if they are optional. */
function securityOf(spec: Route['spec']) {
  if (spec.can === 'public') return []
  if (spec.can === 'anyone') return [{}, { bearer: [] }, { api_key: [] }]
  const needed = spec.can === 'signed_in' || spec.orSelf ? [] : [spec.can]
  return [
    { bearer: needed },
    ...(acceptsKeys(spec) ? [{ api_key: [spec.can] }] : []),
    ...(spec.worker ? [{ bearer: [spec.worker] }] : []),
  ]
}

function failuresOf(route: Route | undefined, keyFailures: ErrorCode[]): Map<string, ErrorCode[]> {
  const codes: ErrorCode[] = [
    'bad_request',
    'internal_error',
    'service_unavailable',
    'storage_unavailable',
  ]
  if (route) {
    const { can, body, fails, otherAccount } = route.spec
    codes.push('rate_limited', 'validation_error', ...(fails ?? []))
    if (can !== 'public') codes.push('unauthorized', 'token_expired', 'token_revoked')
    if (!isOpen(route.spec)) codes.push('forbidden')
    if (acceptsKeys(route.spec)) codes.push('scope_insufficient')
    if (acceptsKeys(route.spec) || can === 'anyone') codes.push(...keyFailures)
    if (route.path.includes(':') || otherAccount) codes.push('not_found')
    if (body || route.method !== 'GET') {
      codes.push('payload_too_large', 'unsupported_media_type')
      if (route.kind === 'json') codes.push('malformed_json')
    }
    // Another request may have changed the record first.
    if (route.method !== 'GET') codes.push('conflict')
    if (route.method === 'POST') {
      codes.push('idempotency_in_progress', 'idempotency_completed', 'idempotency_key_reused')
    }
  }
  const unique = [...new Set(codes)].sort()
  return Map.groupBy(unique, (code) => String(errorCodes[code].status))
}

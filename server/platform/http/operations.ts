import type { FastifySchema } from 'fastify'
import { Type } from 'typebox'
import { type ErrorCode, errorCodes } from '../kernel/errors.ts'
import { bounded, MAX_ADDRESS_LENGTH } from './bounds.ts'
import { type Components, hoistShapes } from './components.ts'
import { acceptsKeys, type Route } from './route.ts'

/** What every failure looks like. Domains add codes, so it is made once all are there. */
export const errorEnvelope = () =>
  Type.Object(
    {
      success: Type.Literal(false),
      error: Type.String({
        description: 'What happened, for a person',
        examples: ['User not found'],
      }),
      code: Type.String({
        enum: Object.keys(errorCodes),
        description: 'What happened, for a program',
      }),
      errors: Type.Optional(
        Type.Record(Type.String(), Type.Array(Type.String()), {
          description: 'On 422: what is wrong with each field; `base` for the whole',
        }),
      ),
      details: Type.Optional(
        Type.Record(Type.String(), Type.Unknown(), { description: 'More about this failure' }),
      ),
      request_id: Type.String({ description: 'Quote it when asking for help' }),
    },
    { title: 'Error', description: 'Every failure has this shape' },
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

/** What replies carry besides their body. Documented by these names, as on the wire in any case of letters. */
const replyHeaders = {
  RateLimit: header(
    'What is left of the limit, and seconds until it is whole again. Workers have none.',
    '"user_minute";r=1199;t=60',
  ),
  'RateLimit-Policy': header('Requests per so many seconds', '"user_minute";q=1200;w=60'),
  'X-Request-Id': header(
    'Of this request; your own is taken if you send one',
    '0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11',
  ),
  'Access-Control-Allow-Origin': header(
    'Your origin, where this installation allows it (CORS_ORIGINS)',
    'https://app.example.com',
  ),
}
/** Health is asked for without a limit. */
const { RateLimit: _, 'RateLimit-Policy': __, ...unlimited } = replyHeaders
const retryAfter = { 'Retry-After': header('Seconds to wait before the next try', '60') }
const location = {
  Location: header(
    'Where the new record is read',
    '/api/v1/users/019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90',
  ),
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
      'Makes it safe to send the request again: for 24 hours the same key is answered as the first time',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    example: '0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11',
  },
  RequestId: {
    in: 'header',
    name: 'X-Request-Id',
    required: false,
    description:
      'Your own id of the request, by which the logs name it: 8 to 64 letters, digits and hyphens. Any other is replaced.',
    schema: { type: 'string', maxLength: 64 },
    example: '0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11',
  },
}

/** What operations share. */
interface Shared {
  /** By their codes. */
  failures: Record<string, Response>
  /** By their names. */
  shapes: Components
  /** Of every route that takes API keys. */
  keyFailures: ErrorCode[]
}

/**
 * Adds to one operation what follows from its route: bounds, names of path parts, headers, and the failures and named
 * shapes that it shares with others.
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

/** What is not JSON: files, events, and what other services send. */
function describeBytes(operation: Operation, { kind, spec }: Route, shapes: Components) {
  const { types = [], events = {} } = spec
  const content = Object.fromEntries(types.map((type) => [type, {}]))
  const answer = operation.responses['200'] as Response
  if (kind === 'download') answer.content = content
  if (kind === 'upload') operation.requestBody = { required: true, content }
  if (kind === 'inbound') operation.requestBody = { required: true, content: { '*/*': {} } }
  if (kind !== 'stream') return
  const kinds = Object.entries(events).map(([event, data]) =>
    Type.Object({ event: Type.Literal(event), data }),
  )
  const schema = hoistShapes(bounded(Type.Union(kinds)), shapes)
  answer.content = { 'text/event-stream': { schema } }
}

function headersOf(headers: object) {
  const names = Object.keys(headers)
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

function bind(content: Content, shapes: Components) {
  const json = content['application/json']
  if (json) json.schema = hoistShapes(bounded(json.schema), shapes)
}

/** What Fastify and OpenAPI need to know of a route besides its schemas. */
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
  const free = can === 'public' || can === 'signed_in'
  const needs = !free && `Needs the permission \`${can}\`${orSelf ? ', or to be that user' : ''}.`
  const worked = worker && `Workers need \`${worker}\`.`
  const twin = operation.endsWith('ByPut') && 'The same as PATCH: what is left out stays as it is.'
  return [needs, worked, twin].filter(Boolean).join(' ')
}

/** Who may call, with the permission they need; anybody where it is empty. */
function securityOf(spec: Route['spec']) {
  if (spec.can === 'public') return []
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
    const { can, body, fails, elsewhere } = route.spec
    codes.push('rate_limited', 'validation_error', ...(fails ?? []))
    if (can !== 'public') codes.push('unauthorized', 'token_expired', 'token_revoked', 'forbidden')
    if (acceptsKeys(route.spec)) codes.push('scope_insufficient', ...keyFailures)
    if (route.path.includes(':') || elsewhere) codes.push('not_found')
    if (body || route.method !== 'GET') {
      codes.push('payload_too_large', 'unsupported_media_type')
      if (route.kind === 'json') codes.push('malformed_json')
    }
    // Another request may have been first.
    if (route.method !== 'GET') codes.push('conflict')
    if (route.method === 'POST') {
      codes.push('idempotency_in_progress', 'idempotency_completed', 'idempotency_key_reused')
    }
  }
  const unique = [...new Set(codes)].sort()
  return Map.groupBy(unique, (code) => String(errorCodes[code].status))
}

import { readFileSync } from 'node:fs'
import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { Type } from 'typebox'
import { type ErrorCode, errorCodes } from '../kernel/errors.ts'
import { bounded, MAX_ADDRESS_LENGTH } from './bounds.ts'
import { eventHooks } from './event_hooks.ts'
import { acceptsKeys, type Route } from './resource.ts'

const { version } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string }

export { version }

const ErrorEnvelope = Type.Object(
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
  { $id: 'Error', description: 'Every failure has this shape' },
)

interface Content {
  [type: string]: { schema?: unknown }
}

interface Response {
  description: string
  headers?: object
  content?: Content
}

interface Operation {
  operationId: string
  parameters?: { in: string; name: string; schema: object; description?: string }[]
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

/** Writes the OpenAPI document from the routes and serves it at `/api/v1/openapi.json`. */
export async function documentRoutes(app: FastifyInstance, routes: Route[]): Promise<void> {
  const byOperation = new Map(routes.map((route) => [route.operation, route]))
  const named = templates(routes)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Powernode API',
        version,
        description:
          'One JSON API. Every reply is an envelope; every failure has a code of one table.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [
        {
          url: '/',
          description: 'This installation: production where people use it, local where you try it',
          'x-internal': false,
        } as never,
      ],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description:
              'An access token from signing in, signed and checked as RFC8725 advises. A route names the permission its holder needs.',
          },
          api_key: {
            type: 'apiKey',
            in: 'header',
            name: 'X-API-Key',
            description:
              'A key made under API keys, also accepted as a bearer. Never both at once. A route names the scope it needs.',
          },
          webhook_signature: {
            type: 'apiKey',
            in: 'header',
            name: 'webhook-signature',
            description: 'By which receivers of webhooks know that we sent them',
          },
        },
        schemas: { Error: bounded(ErrorEnvelope) as never },
        headers: { ...replyHeaders, ...retryAfter } as never,
      },
    },
    transform: ({ schema, url }) => ({ schema, url: named.get(formOf(url)) ?? url }),
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject
      const failures: Record<string, Response> = {}
      for (const operations of Object.values(document.openapiObject.paths ?? {})) {
        for (const operation of Object.values(operations ?? {}) as never as Operation[]) {
          complete(operation, byOperation.get(operation.operationId), failures)
        }
      }
      const components = { ...document.openapiObject.components, responses: failures }
      return { ...document.openapiObject, components, webhooks: eventHooks() } as never
    },
  })
  app.get('/api/v1/openapi.json', { schema: { hide: true }, config: { quiet: true } }, async () =>
    app.swagger(),
  )
}

/**
 * Adds to one operation what follows from its route: bounds, names of path parts, headers and failures, which are
 * collected by their codes as many operations share them.
 */
function complete(
  operation: Operation,
  route: Route | undefined,
  failures: Record<string, Response>,
) {
  const { responses, requestBody, parameters = [] } = operation
  const required = (route?.spec.body as { required?: string[] } | undefined)?.required
  if (requestBody) {
    requestBody.required = required !== undefined && required.length > 0
    bind(requestBody.content)
  }
  const parts = [...(route?.path ?? '').matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  for (const parameter of parameters) {
    parameter.schema = bounded(parameter.schema, MAX_ADDRESS_LENGTH)
    if (parameter.in === 'path') parameter.description = `The ${parts.shift()}`.replaceAll('_', ' ')
  }
  for (const response of Object.values(responses) as Response[]) {
    response.headers = headersOf(route ? replyHeaders : unlimited)
    if (response.content) bind(response.content)
  }
  const types = route?.spec.types?.map((type) => [type, {}])
  if (types) (responses['200'] as Response).content = Object.fromEntries(types)
  for (const [status, codes] of failuresOf(route)) {
    const name = codes.join('.')
    responses[status] = { $ref: `#/components/responses/${name}` }
    failures[name] ??= {
      description: codes.join(', '),
      headers: headersOf({ ...replyHeaders, ...(/429|503/.test(status) && retryAfter) }),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }
  }
}

function headersOf(headers: object) {
  const names = Object.keys(headers)
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

function bind(content: Content) {
  const json = content['application/json']
  if (json) json.schema = bounded(json.schema)
}

/**
 * To OpenAPI two paths are one that differ only in what a part is called, as `/invitations/:id` and
 * `/invitations/:token` do: by form, the path whose names are used.
 */
function templates(routes: Route[]): Map<string, string> {
  return new Map(routes.map(({ path }) => [formOf(path), path] as const).reverse())
}

const formOf = (path: string) => path.replace(/:\w+/g, ':')

/** What Fastify and OpenAPI need to know of a route besides its schemas. */
export function documentation({ spec, tag, operation }: Route): FastifySchema {
  return {
    tags: [tag],
    summary: spec.summary,
    operationId: operation,
    security: securityOf(spec),
    ...(spec.can === 'public' || spec.can === 'signed_in'
      ? {}
      : {
          description: `Needs the permission \`${spec.can}\`${spec.orSelf ? ', or to be that user' : ''}.`,
        }),
  } as FastifySchema
}

/** Who may call, with the permission they need; `{}` stands for anybody. */
function securityOf(spec: Route['spec']) {
  if (spec.can === 'public') return [{}]
  const needed = spec.can === 'signed_in' || spec.orSelf ? [] : [spec.can]
  return acceptsKeys(spec) ? [{ bearer: needed }, { api_key: [spec.can] }] : [{ bearer: needed }]
}

function failuresOf(route: Route | undefined): Map<string, ErrorCode[]> {
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
    if (acceptsKeys(route.spec)) {
      codes.push('invalid_api_key', 'api_key_revoked', 'api_key_expired')
      codes.push('ip_not_allowed', 'scope_insufficient', 'quota_exceeded')
    }
    if (route.path.includes(':') || elsewhere) codes.push('not_found')
    if (body || route.method !== 'GET') {
      codes.push('malformed_json', 'payload_too_large', 'unsupported_media_type')
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

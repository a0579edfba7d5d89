import { readFileSync } from 'node:fs'
import swagger from '@fastify/swagger'
import { events, eventTypes, exampleOf } from '@powernode/contract/events.ts'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { Type } from 'typebox'
import { type ErrorCode, errorCodes } from './fail.ts'
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

interface Operation {
  operationId: string
  responses: Record<string, unknown>
  requestBody?: { required: boolean }
}

/** Writes the OpenAPI document from the routes and serves it at `/api/v1/openapi.json`. */
export async function documentRoutes(app: FastifyInstance, routes: Route[]): Promise<void> {
  const byOperation = new Map(routes.map((route) => [route.operation + route.path, route]))
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
      servers: [{ url: '/', description: 'This installation' }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          api_key: {
            type: 'apiKey',
            in: 'header',
            name: 'X-API-Key',
            description:
              'A key made under API keys, also accepted as a bearer. Never both at once.',
          },
        },
        schemas: { Error: ErrorEnvelope as never },
      },
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject
      for (const [path, operations] of Object.entries(document.openapiObject.paths ?? {})) {
        for (const operation of Object.values(operations ?? {})) {
          const { operationId, responses, requestBody } = operation as never as Operation
          const route = byOperation.get(operationId + path.replace(/\{(\w+)\}/g, ':$1'))
          const required = (route?.spec.body as { required?: string[] } | undefined)?.required
          if (requestBody) requestBody.required = required !== undefined && required.length > 0
          for (const [status, codes] of failuresOf(route)) {
            responses[status] = {
              description: codes.join(', '),
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
            }
          }
        }
      }
      return { ...document.openapiObject, webhooks: eventHooks() } as never
    },
  })
  app.get('/api/v1/openapi.json', { schema: { hide: true }, config: { quiet: true } }, async () =>
    app.swagger(),
  )
}

/** The `webhooks` section: what receivers of each event are sent. */
function eventHooks() {
  const hooks = eventTypes.map((type) => {
    const { description, data } = events[type]
    const body = Type.Object({
      id: Type.String({ description: 'As in `webhook-id`: the same on every try' }),
      type: Type.Literal(type, { description: 'Name of the event' }),
      timestamp: Type.String({ format: 'date-time', description: 'When it happened' }),
      account_id: Type.String({ format: 'uuid', description: 'Account in which it happened' }),
      data,
    })
    const example = {
      id: 'evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90',
      type,
      timestamp: '2026-11-23T09:30:00.000Z',
      account_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91',
      data: exampleOf(type),
    }
    const content = { 'application/json': { schema: body, example } }
    const post = {
      operationId: `webhook.${type}`,
      tags: ['events'],
      summary: description,
      description: 'Signed as Standard Webhooks 1.0 says.',
      requestBody: { required: true, content },
      responses: { '2XX': { description: 'Taken; anything else is tried again' } },
    }
    return [type, { post }]
  })
  return Object.fromEntries(hooks)
}

/** What Fastify and OpenAPI need to know of a route besides its schemas. */
export function documentation({ spec, tag, operation }: Route): FastifySchema {
  return {
    tags: [tag],
    summary: spec.summary,
    operationId: operation,
    ...(spec.can === 'public' ? {} : { security: securityOf(spec) }),
    ...(spec.can === 'public' || spec.can === 'signed_in'
      ? {}
      : {
          description: `Needs the permission \`${spec.can}\`${spec.orSelf ? ', or to be that user' : ''}.`,
        }),
  } as FastifySchema
}

function securityOf(spec: Route['spec']) {
  return acceptsKeys(spec) ? [{ bearer: [] }, { api_key: [] }] : [{ bearer: [] }]
}

function failuresOf(route: Route | undefined): Map<string, ErrorCode[]> {
  const codes: ErrorCode[] = [
    'bad_request',
    'rate_limited',
    'service_unavailable',
    'validation_error',
  ]
  if (route) {
    const { can, body, fails } = route.spec
    codes.push(...(fails ?? []))
    if (can !== 'public') codes.push('unauthorized', 'token_expired', 'token_revoked', 'forbidden')
    if (acceptsKeys(route.spec)) {
      codes.push('invalid_api_key', 'api_key_revoked', 'api_key_expired')
      codes.push('ip_not_allowed', 'scope_insufficient', 'quota_exceeded')
    }
    if (route.path.includes(':')) codes.push('not_found')
    if (body || route.method !== 'GET') {
      codes.push('malformed_json', 'payload_too_large', 'unsupported_media_type')
    }
    if (route.method === 'POST') codes.push('idempotency_in_progress', 'idempotency_key_reused')
  }
  const unique = [...new Set(codes)].sort()
  return Map.groupBy(unique, (code) => String(errorCodes[code][0]))
}

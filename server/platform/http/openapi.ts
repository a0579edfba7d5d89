import { readFileSync } from 'node:fs'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { bounded } from './bounds.ts'
import { type Components, hoistShapes } from './components.ts'
import { documentOf, type ServedDocument } from './documents.ts'
import { eventHooks } from './event_hooks.ts'
import {
  completeOperation,
  errorEnvelope,
  headers,
  type Operation,
  parameters,
  type Response,
} from './operations.ts'
import type { Resource } from './resource.ts'
import type { Route } from './route.ts'

const { version } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string }

export { version }

declare module 'fastify' {
  interface FastifyInstance {
    /** The OpenAPI documents of this server: of what people and keys call, and of what its workers call. */
    documents(): { public: ServedDocument; internal: ServedDocument }
  }
}

/** Writes the OpenAPI documents from the routes. */
export async function documentRoutes(app: FastifyInstance, resources: Resource[]): Promise<void> {
  const routes = resources.flatMap((resource) => resource.routes)
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
      tags: tagsOf(resources),
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
        headers: headers as never,
        parameters: parameters as never,
      },
    },
    transform: ({ schema, url }) => ({ schema, url: named.get(formOf(url)) ?? url }),
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject
      const shapes: Components = {}
      hoistShapes(bounded(errorEnvelope()), shapes)
      const failures: Record<string, Response> = {}
      for (const operations of Object.values(document.openapiObject.paths ?? {})) {
        for (const operation of Object.values(operations ?? {}) as never as Operation[]) {
          completeOperation(operation, byOperation.get(operation.operationId), failures, shapes)
        }
      }
      const webhooks = eventHooks(shapes)
      const components = {
        ...document.openapiObject.components,
        schemas: shapes,
        responses: failures,
      }
      return { ...document.openapiObject, components, webhooks } as never
    },
  })
  app.decorate('documents', () => {
    const whole = app.swagger() as unknown as ServedDocument
    const { info } = whole
    const title = 'Powernode API for workers'
    const description = 'What the workers of an installation call. It changes with each version.'
    return {
      public: documentOf(whole, calledBy('people')),
      internal: documentOf(
        { ...whole, info: { ...info, title, description }, webhooks: {} },
        calledBy('workers'),
      ),
    }
  })
}

/** Makes of an operation what these call, by their ways to sign in; nothing where they cannot. */
function calledBy(whom: 'people' | 'workers') {
  return (operation: Operation): Operation | undefined => {
    const security = operation.security.filter(
      (way) => (whom === 'workers') === Object.values(way).flat().some(isForWorkers),
    )
    const isOpen = whom === 'people' && operation.security.length === 0
    return isOpen || security.length > 0 ? { ...operation, security } : undefined
  }
}

const isForWorkers = (permission: string) => permission.startsWith('system.')

/** Each tag with what its resource is about. */
function tagsOf(resources: Resource[]) {
  const described = resources.filter(({ about }) => about)
  return [
    { name: 'health', description: 'Whether this server can be used' },
    ...described.map(({ tag, about = '' }) => ({ name: tag, description: about })),
    { name: 'events', description: 'What webhooks are sent' },
  ]
}

/**
 * To OpenAPI two paths are one that differ only in what a part is called, as `/invitations/:id` and
 * `/invitations/:token` do: by form, the path whose names are used.
 */
function templates(routes: Route[]): Map<string, string> {
  return new Map(routes.map(({ path }) => [formOf(path), path] as const).reverse())
}

const formOf = (path: string) => path.replace(/:\w+/g, ':')

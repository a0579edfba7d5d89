import { readFileSync } from 'node:fs'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { ErrorCode } from '../kernel/errors.ts'
import { bounded } from './bounds.ts'
import { type Components, hoistShapes } from './components.ts'
import { documentOf, type ServedDocument } from './documents.ts'
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

/** What a domain adds to the documents besides its routes. */
export interface Addition {
  tags?: { name: string; description: string }[]
  securitySchemes?: Record<string, object>
  /** What the installation sends by itself; `shapes` takes in the components that it refers to. */
  webhooks?(shapes: Components): Record<string, object>
}

/** What the documents are written from. */
interface Documented {
  resources: Resource[]
  additions: Addition[]
  /** Failures of every route that takes API keys. */
  keyFailures: ErrorCode[]
}

/** Writes the OpenAPI documents from the routes. */
export async function documentRoutes(
  app: FastifyInstance,
  { resources, additions, keyFailures }: Documented,
): Promise<void> {
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
      tags: [...tagsOf(resources), ...additions.flatMap(({ tags = [] }) => tags)],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description:
              'An access token from signing in, signed and checked as RFC8725 advises. A route names the permission its holder needs.',
          },
          ...Object.assign({}, ...additions.map(({ securitySchemes }) => securitySchemes)),
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
          const route = byOperation.get(operation.operationId)
          completeOperation(operation, route, { failures, shapes, keyFailures })
        }
      }
      const webhooks = Object.assign({}, ...additions.map((one) => one.webhooks?.(shapes)))
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
  ]
}

/**
 * To OpenAPI two paths are one that differ only in what a part is called, as `/boats/:id` and `/boats/:token` do: by
 * form, the path whose names are used.
 */
function templates(routes: Route[]): Map<string, string> {
  return new Map(routes.map(({ path }) => [formOf(path), path] as const).reverse())
}

const formOf = (path: string) => path.replace(/:\w+/g, ':')

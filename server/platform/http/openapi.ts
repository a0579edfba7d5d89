import swagger from '@fastify/swagger'
import { version } from '@powernode/contract/version.ts'
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

declare module 'fastify' {
  interface FastifyInstance {
    /** The OpenAPI documents of this server: for users and API keys, and for workers. */
    documents(): { public: ServedDocument; internal: ServedDocument }
  }
}

/** Additions of a domain to the documents, besides its routes. */
export interface Addition {
  tags?: { name: string; description: string }[]
  securitySchemes?: Record<string, object>
  /** The webhooks that the installation sends; the components that they refer to are added to `shapes`. */
  webhooks?(shapes: Components): Record<string, object>
}

/** The input for the documents. */
interface Documented {
  resources: Resource[]
  additions: Addition[]
  /** Error codes of all routes that accept API keys. */
  keyFailures: ErrorCode[]
}

/** Generates the OpenAPI documents from the routes. */
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
          'A JSON API. Every response has the same envelope, and every error has a code from one list.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [
        {
          url: '/',
          description: 'This installation (production or local)',
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
              'An access token from signing in, signed and validated as RFC8725 recommends. Each route names the permission that it requires.',
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
    const description =
      'The API for the workers of an installation. It can change with each version.'
    return {
      public: documentOf(whole, calledBy('people')),
      internal: documentOf(
        { ...whole, info: { ...info, title, description }, webhooks: {} },
        calledBy('workers'),
      ),
    }
  })
}

/** Filters an operation by caller: keeps the security schemes of these callers; undefined if they cannot call it. */
function calledBy(caller: 'people' | 'workers') {
  return (operation: Operation): Operation | undefined => {
    const security = operation.security.filter(
      (scheme) => (caller === 'workers') === Object.values(scheme).flat().some(isForWorkers),
    )
    const isOpen = caller === 'people' && operation.security.length === 0
    return isOpen || security.length > 0 ? { ...operation, security } : undefined
  }
}

const isForWorkers = (permission: string) => permission.startsWith('system.')

/** The tags with the descriptions of their resources. */
function tagsOf(resources: Resource[]) {
  const described = resources.filter(({ about }) => about)
  return [
    { name: 'health', description: 'The status of this server' },
    ...described.map(({ tag, about = '' }) => ({ name: tag, description: about })),
  ]
}

/**
 * OpenAPI treats paths that differ only in parameter names, such as `/<resource>/:id` and `/<resource>/:token`, as the
 * same. Maps each such form to the path whose names are used.
 */
function templates(routes: Route[]): Map<string, string> {
  return new Map(routes.map(({ path }) => [formOf(path), path] as const).reverse())
}

const formOf = (path: string) => path.replace(/:\w+/g, ':')

import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Platform } from '../platform.ts'
import { docs } from './docs.ts'
import { answerFailures, answerUnparsable } from './failures.ts'
import { health } from './health.ts'
import { jsonParser } from './json.ts'
import { mount } from './mount.ts'
import { documentRoutes } from './openapi.ts'
import type { Resource } from './resource.ts'
import { compileQuery, compileStrict } from './validation.ts'
import { serveWeb } from './web.ts'

const BODY_LIMIT_BYTES = 1024 * 1024
const REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/

/** Builds the HTTP server: security headers, envelope, documentation, then each resource in turn. */
export async function buildServer(
  platform: Platform,
  resources: Resource[],
): Promise<FastifyInstance> {
  const { config, log } = platform
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: config.TRUST_PROXY,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 512 },
    clientErrorHandler: answerUnparsable,
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
    },
  })
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, jsonParser(app))
  app.setValidatorCompiler(({ schema, httpPart }) =>
    httpPart === 'querystring' ? compileQuery(schema) : compileStrict(schema),
  )

  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        fontSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: config.publicUrl.startsWith('https:') ? [] : null,
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
    crossOriginOpenerPolicy: config.publicUrl.startsWith('https:'),
  })
  await app.register(cors, {
    origin: config.CORS_ORIGINS,
    credentials: true,
    maxAge: 600,
    exposedHeaders: ['x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after'],
  })
  await app.register(cookie)

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    const status = reply.statusCode
    platform.metrics.observeRequest(request.routeOptions.url ?? 'unmatched', request.method, reply)
    if (request.routeOptions.config.quiet && status < 500) return
    request.log.info(
      { method: request.method, path: pathOf(request.url), status, ms: reply.elapsedTime },
      'request',
    )
  })

  const routes = resources.flatMap((resource) => resource.routes)
  answerFailures(app)
  await documentRoutes(app, routes)
  docs(app)
  health(app, platform)
  for (const route of routes) mount(app, platform, route)
  await serveWeb(app)
  return app
}

/** A URL without its query, which may hold a token. */
function pathOf(url: string) {
  return url.split('?')[0]
}

import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import { traceFields } from '@powernode/contract/tracing.ts'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { isCable } from '../cable/protocol.ts'
import { type Failure, fail } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'
import { BODY_LIMIT_BYTES, MAX_ADDRESS_LENGTH } from './bounds.ts'
import { docs } from './docs.ts'
import { serveDocuments } from './documents.ts'
import { drainRefusedBodies } from './draining.ts'
import { answerFailures, answerFrameworkError, answerUnparsable } from './failures.ts'
import { health } from './health.ts'
import { jsonParser } from './json.ts'
import { mount } from './mount.ts'
import { documentRoutes } from './openapi.ts'
import type { Resource } from './resource.ts'
import { securityHeaders } from './security_headers.ts'
import { traceRequests } from './tracing.ts'
import { compileQuery, compileReply, compileStrict } from './validation.ts'
import { serveWeb } from './web.ts'

// Everything a request consists of has to arrive within this; how long the answer takes is not counted.
const REQUEST_TIMEOUT_MS = 120_000
// Below it compressing costs more than it saves.
const COMPRESSED_FROM_BYTES = 1024
const REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/

/** Builds the HTTP server: security headers, envelope, documentation, then each resource in turn. */
export async function buildServer(
  platform: Platform,
  resources: Resource[],
): Promise<FastifyInstance> {
  const { config, log } = platform
  const headers = securityHeaders(config.publicUrl)
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Who offers another protocol elsewhere, as `curl --http2` does, is answered in HTTP/1.1.
    // A request without `Host` is refused below, as Node.js would do it without a body.
    http: { shouldUpgradeCallback: ({ url = '' }) => isCable(url), requireHostHeader: false },
    // An id of any length is a wrong id of its route, not an unknown route.
    routerOptions: { maxParamLength: MAX_ADDRESS_LENGTH },
    // A child per request costs more than most requests; lines that matter name the request themselves.
    childLoggerFactory: (logger) => logger,
    clientErrorHandler: answerUnparsable,
    frameworkErrors: (error, request, reply) => {
      answerFrameworkError(error, request, reply.headers(headers))
    },
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
    },
  })
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, jsonParser(app))
  app.setValidatorCompiler(({ schema, httpPart }) =>
    httpPart === 'querystring' ? compileQuery(schema) : compileStrict(schema),
  )
  app.setSerializerCompiler(({ schema }) => compileReply(schema as object) as never)

  traceRequests(app)
  app.addHook('onRequest', (request, reply, done) => {
    platform.metrics.requestStarted()
    reply.raw.once('close', platform.metrics.requestGone)
    reply.headers(headers).header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (platform.draining) reply.header('connection', 'close')
    done(refusalOfHead(request.raw))
  })
  // Instead of an empty 417: it becomes a request like any other.
  app.server.on('checkExpectation', (request, response) => {
    app.server.emit('request', request, response)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode: status, elapsedTime } = reply
    const { url = 'unmatched', config: options } = request.routeOptions
    const { method } = request
    const sampled = !options.quiet && !options.waits
    platform.metrics.requestEnded({ method, route: url, status, sampled }, elapsedTime / 1000)
    if (!options.quiet || status >= 500) {
      // The token of a mailed link is a secret even where it is part of the path.
      const path = url.includes(':token') ? url : pathOf(request.url)
      const told = { reqId: request.id, method, path, status, ms: elapsedTime }
      log.info(request.trace ? { ...told, ...traceFields(request.trace) } : told, 'request')
    }
    done()
  })

  answerFailures(app)
  drainRefusedBodies(app)
  await allowOrigins(app, config.CORS_ORIGINS)
  await app.register(compress, {
    threshold: COMPRESSED_FROM_BYTES,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  })
  await app.register(cookie, { hook: false }) // two routes read one; the others need not look

  const { domains, optional } = platform.composition
  await documentRoutes(app, {
    resources,
    additions: domains.flatMap(({ documents }) => documents ?? []),
    keyFailures: domains.flatMap(({ authenticate: by }) =>
      by?.kind === 'api_key' ? (by.fails ?? []) : [],
    ),
  })
  serveDocuments(app)
  docs(app)
  health(app, platform)
  for (const route of resources.flatMap(({ routes }) => routes)) mount(app, platform, route)
  await serveWeb(app, platform.settings, optional)
  return app
}

/** Lets other origins call where some are named. Where none is, nothing is said of it, not even in `vary`. */
async function allowOrigins(app: FastifyInstance, origins: string[]) {
  if (origins.length === 0) return
  await app.register(cors, {
    origin: origins,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    strictPreflight: false,
    credentials: true,
    maxAge: 600,
    exposedHeaders: ['x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after'],
  })
}

/** What HTTP itself asks of the head of a request. */
function refusalOfHead({ httpVersion, headers }: IncomingMessage): Failure | undefined {
  if (httpVersion === '1.1' && headers.host === undefined) {
    return fail.with('bad_request', 'The header Host is missing')
  }
  const { expect = '100-continue' } = headers
  return expect.toLowerCase() === '100-continue' ? undefined : fail.with('expectation_failed')
}

/** A URL without its query, which may hold a token. */
function pathOf(url: string) {
  return url.split('?')[0]
}

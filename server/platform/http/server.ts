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
import type { Domain } from '../module.ts'
import { BODY_TIMEOUTS, limitBodyTime } from './body_timeouts.ts'
import { BODY_LIMIT_BYTES, MAX_ADDRESS_LENGTH } from './bounds.ts'
import { docs } from './docs.ts'
import { serveDocuments } from './documents.ts'
import { drainRefusedBodies } from './draining.ts'
import { handleFailures, replyToFrameworkError, replyToUnparsable } from './failures.ts'
import { confineFilesHost } from './files_host.ts'
import { health } from './health.ts'
import { jsonParser } from './json.ts'
import { mount } from './mount.ts'
import { documentRoutes } from './openapi.ts'
import type { Resource } from './resource.ts'
import { securityHeaders } from './security_headers.ts'
import { serveSite } from './site.ts'
import { traceRequests } from './tracing.ts'
import { compileQuery, compileReply, compileStrict } from './validation.ts'
import { serveWeb } from './web.ts'

const HEADERS_TIMEOUT_MS = 60_000
// Smaller responses are not worth compressing.
const COMPRESSED_FROM_BYTES = 1024
/** What scripts of other origins may read. */
const EXPOSED_HEADERS = [
  ...['x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after', 'location'],
  ...['tus-resumable', 'tus-version', 'tus-extension', 'tus-max-size', 'upload-offset'],
  ...['upload-length', 'upload-expires', 'upload-metadata', 'powernode-file-id'],
]
const REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/

/** Builds the HTTP server: security headers, envelope, documentation, then the resources. */
export async function buildServer(
  platform: Platform,
  resources: Resource[],
  timeouts = BODY_TIMEOUTS,
): Promise<FastifyInstance> {
  const { config, log } = platform
  const headers = securityHeaders(config.publicUrl)
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestTimeout: 0, // see limitBodyTime
    // Other upgrade requests, as from `curl --http2`, get an HTTP/1.1 response.
    // A request without `Host` is refused below; Node.js would do it without a response body.
    http: {
      shouldUpgradeCallback: ({ url = '' }) => isCable(url),
      requireHostHeader: false,
      headersTimeout: HEADERS_TIMEOUT_MS,
    },
    // An id that is too long is an invalid id, not an unknown route.
    routerOptions: { maxParamLength: MAX_ADDRESS_LENGTH },
    // A child logger per request costs more than most requests; relevant log lines include the request id.
    childLoggerFactory: (logger) => logger,
    clientErrorHandler: replyToUnparsable,
    frameworkErrors: (error, request, reply) => {
      replyToFrameworkError(error, request, reply.headers(headers))
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
  // Instead of an empty 417: handled like any other request.
  app.server.on('checkExpectation', (request, response) => {
    app.server.emit('request', request, response)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode: status, elapsedTime } = reply
    const { url = 'unmatched', config: options } = request.routeOptions
    const { method } = request
    const sampled = !options.quiet && !options.waits
    const kind = options.waits ? 'wait' : options.quiet ? 'static' : undefined
    const ended = { method, route: url, status, sampled, kind } as const
    platform.metrics.requestEnded(ended, elapsedTime / 1000)
    if (!options.quiet || status >= 500) {
      // The token of a mailed link is secret, even if it is part of the path.
      const path = url.includes(':token') ? url : pathOf(request.url)
      const entry = { reqId: request.id, method, path, status, ms: elapsedTime }
      log.info(request.trace ? { ...entry, ...traceFields(request.trace) } : entry, 'request')
    }
    done()
  })

  handleFailures(app)
  confineFilesHost(app, platform)
  limitBodyTime(app, timeouts)
  drainRefusedBodies(app, platform)
  await allowOrigins(app, config.CORS_ORIGINS)
  await app.register(compress, {
    threshold: COMPRESSED_FROM_BYTES,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  })
  await app.register(cookie, { hook: false }) // only two routes read cookies

  const { domains, optional, site } = platform.composition
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
  serveSite(app, platform, site)
  await serveWeb(app, platform.settings, optional, embeddingHeaders(config.publicUrl, domains))
  return app
}

/** The headers of pages that embed content of others, by their path. */
function embeddingHeaders(publicUrl: string, domains: Domain[]) {
  const pages = domains.flatMap(({ embeds = {} }) =>
    Object.entries(embeds).map(([page, sources]) => {
      return { page, headers: securityHeaders(publicUrl, sources) }
    }),
  )
  return (path: string) =>
    pages.find(({ page }) => path === page || path.startsWith(`${page}/`))?.headers ?? {}
}

/** Enables CORS for the configured origins. Without any, no CORS headers are sent, not even `vary`. */
async function allowOrigins(app: FastifyInstance, origins: string[]) {
  if (origins.length === 0) return
  await app.register(cors, {
    origin: origins,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    strictPreflight: false,
    credentials: true,
    maxAge: 600,
    exposedHeaders: EXPOSED_HEADERS,
  })
}

/** Checks the request head as HTTP requires. */
function refusalOfHead({ httpVersion, headers }: IncomingMessage): Failure | undefined {
  if (httpVersion === '1.1' && headers.host === undefined) {
    return fail.with('bad_request', 'The Host header is missing')
  }
  const { expect = '100-continue' } = headers
  return expect.toLowerCase() === '100-continue' ? undefined : fail.with('expectation_failed')
}

/** A URL without its query, which may hold a token. */
function pathOf(url: string) {
  return url.split('?')[0]
}

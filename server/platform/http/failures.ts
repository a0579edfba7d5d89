import { randomUUID } from 'node:crypto'
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type StatementFailure, statementFailure } from '../db/statement_failures.ts'
import { type ErrorCode, errorCodes } from '../kernel/errors.ts'
import { Failure, fail, limitHeaders } from '../kernel/fail.ts'
import { failureOf } from './outages.ts'
import { fieldErrors } from './validation.ts'

/** Our error codes for the errors of the framework. */
const frameworkCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_request',
  FST_ERR_BAD_URL: 'bad_request',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
}

const statementFailures: Record<StatementFailure, () => Failure> = {
  conflict: () => fail.with('conflict', 'Another request changed the same record. Try again'),
  not_found: () => fail.with('not_found', 'This record has just been deleted'),
  invalid_value: () => fail.invalid({ base: ['contains a value that cannot be stored'] }),
}

const unparsable: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** Responds with the same envelope to input that is not valid HTTP and never becomes a request. */
export function replyToUnparsable(error: Error & { code?: string }, socket: Socket): void {
  socket.on('error', () => {})
  const isResponding = (socket as { _httpMessage?: ServerResponse })._httpMessage?.headersSent
  if (!socket.writable || isResponding) return void socket.destroy()
  const failure = fail.with(unparsable[error.code ?? ''] ?? 'bad_request')
  const body = JSON.stringify(envelopeOf(failure, randomUUID()))
  const head = [
    `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.once('finish', () => socket.destroy())
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Converts every failure to the error envelope. */
export function handleFailures(app: FastifyInstance): void {
  const paths: { methods: string[]; pattern: RegExp; headers: Record<string, string> }[] = []
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!url.startsWith('/api/')) return
    const pattern = new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`)
    paths.push({ methods: [method].flat(), pattern, headers: { ...config?.advertises } })
  })
  const routesAt = (url: string) => {
    const path = url.split('?')[0] ?? ''
    return paths.filter(({ pattern }) => pattern.test(path))
  }
  const methodsOf = (url: string) => [...new Set(routesAt(url).flatMap(({ methods }) => methods))]

  // Before CORS, which would respond for any path.
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'OPTIONS' || !request.url.startsWith('/api/')) return
    const allowed = methodsOf(request.url)
    if (allowed.length === 0) throw fail.with('not_found')
    reply.header('allow', ['OPTIONS', ...allowed].join(', '))
    for (const { headers } of routesAt(request.url)) reply.headers(headers)
  })

  app.setErrorHandler((error: Error, request, reply) => {
    sendFailure(toFailure(error), error, request, reply)
  })

  app.setNotFoundHandler((request, reply) => {
    const allowed = methodsOf(request.url)
    if (allowed.length > 0 && request.method === 'OPTIONS') return reply.code(204).send()
    if (allowed.length > 0 && !allowed.includes(request.method)) {
      reply.header('allow', allowed.join(', '))
      return sendFailure(fail.with('method_not_allowed'), undefined, request, reply)
    }
    sendFailure(fail.with('not_found'), undefined, request, reply)
  })
}

/** Handles errors before routing: a path that cannot be decoded, or has a segment that is too long. */
export function replyToFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  sendFailure(toFailure(error), error, request, reply)
}

function sendFailure(
  failure: Failure,
  cause: Error | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { extra, status } = failure
  logCause(failure, cause, request)
  reply.header('x-request-id', request.id)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  if (extra.rule) reply.headers(limitHeaders(extra.rule))
  if (extra.retryAfterSeconds) reply.header('retry-after', extra.retryAfterSeconds)
  reply.code(status).send(envelopeOf(failure, request.id))
}

/** The envelope of an error after the response has started. */
export function failureEnvelope(error: Error, request: FastifyRequest) {
  const failure = toFailure(error)
  logCause(failure, error, request)
  return envelopeOf(failure, request.id)
}

function logCause({ status }: Failure, cause: Error | undefined, { id, log }: FastifyRequest) {
  if (status === 500) log.error({ reqId: id, err: cause }, 'request failed')
  else if (cause && statementFailure(cause)) log.warn({ reqId: id, err: cause }, 'refused')
}

function envelopeOf({ message, code, extra }: Failure, request_id: string) {
  return {
    success: false,
    error: message,
    code,
    ...(extra.errors && { errors: extra.errors }),
    ...(extra.details && { details: extra.details }),
    request_id,
  }
}

/** Converts an error to a failure; 500 if it is unknown. */
export function toFailure(error: Error): Failure {
  if (error instanceof Failure) return error
  const { code, validation, statusCode } = error as FastifyError
  if (validation) return fail.invalid(fieldErrors(validation as never))
  const known = frameworkCodes[code]
  if (known) return fail.with(known)
  const outage = failureOf(error)
  if (outage) return outage
  const failure = statementFailure(error)
  if (failure) return statementFailures[failure]()
  const byStatus = Object.entries(errorCodes).find(([, { status }]) => status === statusCode)
  if (byStatus && statusCode && statusCode < 500) return fail.with(byStatus[0] as ErrorCode)
  return fail.with('internal_error')
}

import { type Context, context, trace } from '@opentelemetry/api'
import { isTracing, markFailed, openSpan } from '@powernode/contract/tracing.ts'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The trace this request is part of, when there is one. */
    trace?: Context
  }
}

/**
 * Creates a span for each request, named by its route. It contains no path, query, header or body, which may contain ids and
 * secrets. Health checks and long polls are not traced.
 */
export function traceRequests(app: FastifyInstance): void {
  if (!isTracing()) return
  app.addHook('onRequest', (request, reply, done) => {
    const { url: route, config } = request.routeOptions
    if (config.quiet || config.waits) return done()
    const { method, headers, id } = request
    const attributes = {
      'http.request.method': method,
      'powernode.request_id': id,
      ...(route && { 'http.route': route }),
    }
    const opened = openSpan(route ? `${method} ${route}` : method, { attributes, headers })
    // Also emitted if the client disconnected.
    reply.raw.once('close', () => trace.getSpan(opened)?.end())
    request.trace = opened
    context.with(opened, done)
  })
  // The body was read outside the span's context.
  app.addHook('preValidation', (request, _reply, done) => {
    context.with(request.trace ?? context.active(), done)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const span = request.trace && trace.getSpan(request.trace)
    span?.setAttribute('http.response.status_code', reply.statusCode)
    if (span && reply.statusCode >= 500) markFailed(span, String(reply.statusCode))
    done()
  })
}

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
 * A span for each request, named by its route. Neither path nor query, header or body goes into it: they hold ids and
 * secrets. Probes and long polls are left out.
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
    // Comes also where the client hung up.
    reply.raw.once('close', () => trace.getSpan(opened)?.end())
    request.trace = opened
    context.with(opened, done)
  })
  // The body was read on the socket's behalf, outside of it.
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

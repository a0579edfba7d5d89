import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How long a body may take to arrive. */
export interface BodyTimeouts {
  wholeMs: number
  /** An upload may take any time, but not pause for longer. */
  pauseMs: number
}

export const BODY_TIMEOUTS: BodyTimeouts = { wholeMs: 120_000, pauseMs: 30_000 }

declare module 'fastify' {
  interface FastifyInstance {
    bodyTimeouts: BodyTimeouts
  }
  interface FastifyContextConfig {
    /** Its body may take longer than others: it ends when it pauses. */
    streamsBody?: boolean
  }
}

/** Answers 408 to requests whose body does not arrive in time. Node.js would do so for uploads too, whatever their size. */
export function limitBodyTime(app: FastifyInstance, timeouts: BodyTimeouts): void {
  app.decorate('bodyTimeouts', timeouts)
  app.addHook('onRequest', ({ raw, routeOptions }, _, done) => {
    if (announcesBody(raw) && raw.socket instanceof Socket && !routeOptions.config.streamsBody) {
      const timer = setTimeout(() => endSlowRequest(app, raw), timeouts.wholeMs).unref()
      raw.once('close', () => clearTimeout(timer))
    }
    done()
  })
}

/** Answers 408 when an upload pauses. Returns a function to call when its body has arrived. */
export function limitPauses(app: FastifyInstance, raw: IncomingMessage): () => void {
  if (!(raw.socket instanceof Socket)) return () => {}
  const end = () => endSlowRequest(app, raw)
  raw.setTimeout(app.bodyTimeouts.pauseMs, end)
  return () => {
    raw.off('timeout', end)
    raw.setTimeout(0)
  }
}

/** Whether the headers of a request announce a body that is not empty. */
export function announcesBody({ headers }: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = headers
  return encoding !== undefined || Number(length) > 0
}

/** As Node.js does for requests that it finds too slow. */
function endSlowRequest({ server }: FastifyInstance, { complete, socket }: IncomingMessage) {
  if (complete) return
  const error = Object.assign(new Error('the body is too slow'), {
    code: 'ERR_HTTP_REQUEST_TIMEOUT',
  })
  server.emit('clientError', error, socket)
}

import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { fail } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'
import { readmit } from './admission.ts'
import { failureEnvelope } from './failures.ts'
import { replySchema } from './formats.ts'
import type { Route } from './route.ts'
import { compileReply } from './validation.ts'

/** Keep-alive interval: proxies close a silent connection after a minute, and only writing detects a lost client. */
const KEEP_ALIVE_MS = 15_000
/** How long a client that does not read can keep an ended stream open. */
const GRACE_MS = 5000

type Schemas = Readonly<Record<string, TSchema>>

/** One event of a stream. A client that reconnects sends the last `id` as `Last-Event-ID`. */
export type StreamEvent<E extends Schemas = Schemas> = {
  [Name in keyof E & string]: { event: Name; data: Static<E[Name]>; id?: string }
}[keyof E & string]

type Outcome = IteratorResult<StreamEvent> | 'silence' | 'woken'

/** Serialises events; only data fields that the schema names are sent. */
export function eventWriter(schemas: Schemas): (event: StreamEvent) => string {
  const writers = new Map(
    Object.entries(schemas).map(([name, of]) => [name, compileReply(replySchema(of))]),
  )
  return ({ event, data, id }) => {
    const write = writers.get(event)
    if (!write) throw new Error(`the route does not declare the event ${event}`)
    return frame(event, write(data as object), id)
  }
}

const frame = (event: string, data: string, id?: string) =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`

/**
 * Sends the events of `open` until it ends, the client disconnects, the server stops, or the caller loses access; then its
 * signal is aborted. An error before the first byte is sent in the envelope, a later one as an event `error`.
 */
export async function sendStream(
  platform: Platform,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  write: (event: StreamEvent) => string,
  open: (signal: AbortSignal) => unknown,
): Promise<FastifyReply> {
  const isPublic = route.spec.can === 'public'
  const caller = isPublic ? undefined : await readmit(platform, route, request)
  const ended = new AbortController()
  const { signal } = ended
  let wake = () => {}
  const end = (reason: unknown) => {
    ended.abort(reason)
    wake()
    setTimeout(() => reply.raw.destroy(), GRACE_MS).unref()
  }
  const stop = () => end(fail.unavailable('The server is stopping'))
  const disconnect = () => end(fail.with('bad_request', 'The client disconnected'))
  platform.stopping.addEventListener('abort', stop, { once: true })
  reply.raw.once('close', disconnect)

  // Watching starts before the recheck, so that no revocation since the start of the request is missed.
  let allowedUntil = isPublic ? Number.POSITIVE_INFINITY : 0
  const dropped = () => {
    allowedUntil = 0
    wake()
  }
  const unwatch = caller ? platform.principals.watch(caller, dropped) : () => {}
  let events: AsyncIterator<StreamEvent> | undefined
  let pending: Promise<IteratorResult<StreamEvent>> | undefined

  try {
    if (platform.stopping.aborted) stop()
    await checkAccess()
    signal.throwIfAborted()
    events = ((await open(signal)) as AsyncIterable<StreamEvent>)[Symbol.asyncIterator]()
    const first = await next()
    reply
      .type('text/event-stream; charset=utf-8')
      .header('connection', 'close') // otherwise it is not idle when the server stops
      .header('x-accel-buffering', 'no')
    return reply.send(Readable.from(frames(first), { objectMode: false }))
  } catch (error) {
    const reason = signal.aborted ? signal.reason : error
    release()
    throw reason
  }

  async function* frames(first: Outcome) {
    try {
      for (let outcome = first; ; outcome = await next()) {
        if (typeof outcome === 'string') yield ': keep-alive\n\n'
        else if (outcome.done) return
        else yield write(outcome.value)
      }
    } catch (error) {
      if (signal.aborted) return
      yield frame('error', JSON.stringify(failureEnvelope(error as Error, request)))
    } finally {
      release()
    }
  }

  /** The next event, or 'silence' after the keep-alive interval. Throws when the stream is over. */
  async function next(): Promise<Outcome> {
    let outcome: Outcome = 'woken'
    while (outcome === 'woken') {
      outcome = await soonest()
      await checkAccess()
      signal.throwIfAborted()
    }
    if (typeof outcome === 'object') pending = undefined
    return outcome
  }

  function soonest(): Promise<Outcome> {
    if (signal.aborted || allowedUntil <= Date.now()) return Promise.resolve('woken')
    pending ??= events?.next()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, KEEP_ALIVE_MS, 'silence')
      const settle = (outcome: Outcome) => {
        clearTimeout(timer)
        resolve(outcome)
      }
      wake = () => settle('woken')
      pending?.then(settle, (error) => {
        clearTimeout(timer)
        reject(error)
      })
    })
  }

  async function checkAccess() {
    if (signal.aborted || allowedUntil > Date.now()) return
    allowedUntil = Number.POSITIVE_INFINITY // unless the principal is dropped meanwhile
    try {
      const { expiresAt } = await readmit(platform, route, request)
      allowedUntil = Math.min(allowedUntil, expiresAt)
    } catch (error) {
      end(error)
    }
  }

  function release() {
    platform.stopping.removeEventListener('abort', stop)
    reply.raw.off('close', disconnect)
    unwatch()
    wake = () => {}
    ended.abort()
    pending?.catch(() => {})
    // A waiting generator returns only when its wait is over.
    void Promise.resolve(events?.return?.()).catch(() => {})
  }
}

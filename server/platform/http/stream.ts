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

/** How long a connection may be silent: proxies close it after a minute, and nothing else tells that a client is gone. */
const KEEP_ALIVE_MS = 15_000
/** How long a client that does not read may hold a stream that is over. */
const GRACE_MS = 5000

type Schemas = Readonly<Record<string, TSchema>>

/** One event of a stream. A client that comes back sends the last `id` as `Last-Event-ID`. */
export type StreamEvent<E extends Schemas = Schemas> = {
  [Name in keyof E & string]: { event: Name; data: Static<E[Name]>; id?: string }
}[keyof E & string]

type Outcome = IteratorResult<StreamEvent> | 'silence' | 'woken'

/** Writes events as they go over the wire; of their data only what the schema names leaves. */
export function eventWriter(schemas: Schemas): (event: StreamEvent) => string {
  const writers = new Map(
    Object.entries(schemas).map(([name, of]) => [name, compileReply(replySchema(of))]),
  )
  return ({ event, data, id }) => {
    const write = writers.get(event)
    if (!write) throw new Error(`the route declares no event ${event}`)
    return frame(event, write(data), id)
  }
}

const frame = (event: string, data: string, id?: string) =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`

/**
 * Sends what `open` gives, until it ends, the client hangs up, the server stops, or the caller may no longer hear it; then
 * its signal is aborted. What fails before the first byte is answered in the envelope, later as an event `error`.
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
  const over = new AbortController()
  const { signal } = over
  let wake = () => {}
  const end = (reason: unknown) => {
    over.abort(reason)
    wake()
    setTimeout(() => reply.raw.destroy(), GRACE_MS).unref()
  }
  const stop = () => end(fail.unavailable('The server is stopping'))
  const hangUp = () => end(fail.with('bad_request', 'The client is gone'))
  platform.stopping.addEventListener('abort', stop, { once: true })
  reply.raw.once('close', hangUp)

  // Watched before it is asked again, so that nothing is missed that was revoked since the request came in.
  let knownUntil = isPublic ? Number.POSITIVE_INFINITY : 0
  const dropped = () => {
    knownUntil = 0
    wake()
  }
  const unwatch = caller ? platform.principals.watch(caller, dropped) : () => {}
  let events: AsyncIterator<StreamEvent> | undefined
  let coming: Promise<IteratorResult<StreamEvent>> | undefined

  try {
    if (platform.stopping.aborted) stop()
    await checkAccess()
    signal.throwIfAborted()
    events = ((await open(signal)) as AsyncIterable<StreamEvent>)[Symbol.asyncIterator]()
    const first = await next()
    reply
      .type('text/event-stream; charset=utf-8')
      .header('connection', 'close') // it would not be idle when the server stops
      .header('x-accel-buffering', 'no')
    return reply.send(Readable.from(frames(first), { objectMode: false }))
  } catch (error) {
    const why = signal.aborted ? signal.reason : error
    release()
    throw why
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

  /** The next event, or silence for a while. Throws once the stream is over. */
  async function next(): Promise<Outcome> {
    let outcome: Outcome = 'woken'
    while (outcome === 'woken') {
      outcome = await soonest()
      await checkAccess()
      signal.throwIfAborted()
    }
    if (typeof outcome === 'object') coming = undefined
    return outcome
  }

  function soonest(): Promise<Outcome> {
    if (signal.aborted || knownUntil <= Date.now()) return Promise.resolve('woken')
    coming ??= events?.next()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, KEEP_ALIVE_MS, 'silence')
      const settle = (outcome: Outcome) => {
        clearTimeout(timer)
        resolve(outcome)
      }
      wake = () => settle('woken')
      coming?.then(settle, (error) => {
        clearTimeout(timer)
        reject(error)
      })
    })
  }

  async function checkAccess() {
    if (signal.aborted || knownUntil > Date.now()) return
    knownUntil = Number.POSITIVE_INFINITY // unless it is dropped meanwhile
    try {
      const { expiresAt } = await readmit(platform, route, request)
      knownUntil = Math.min(knownUntil, expiresAt)
    } catch (error) {
      end(error)
    }
  }

  function release() {
    platform.stopping.removeEventListener('abort', stop)
    reply.raw.off('close', hangUp)
    unwatch()
    wake = () => {}
    over.abort()
    coming?.catch(() => {})
    // A generator that waits for something returns only after that.
    void Promise.resolve(events?.return?.()).catch(() => {})
  }
}

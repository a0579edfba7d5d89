import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger as Logger } from 'fastify'
import pg from 'pg'

/** What the connection of each server is called in `pg_stat_activity`. */
export const LISTENER_NAME = 'powernode listener'

type Handler = (payload: string) => void

/** One connection that LISTENs for this process. */
export interface Listener {
  on(channel: string, handler: Handler): void
  /** Called when notifications may have been missed: caches filled before it must be dropped. */
  onGap(handler: () => void): void
  /** False while the connection is down; what is cached then may be stale. */
  readonly connected: boolean
  close(): Promise<void>
}

/** Listens on `channels` until closed, reconnecting for ever, at most every second. */
export async function listen(url: string, channels: string[], log: Logger): Promise<Listener> {
  const handlers = new Map<string, Handler[]>()
  const gapHandlers: (() => void)[] = []
  let client: pg.Client | undefined
  let closed = false

  async function connect() {
    const next = new pg.Client({
      connectionString: url,
      application_name: LISTENER_NAME,
      keepAlive: true,
    })
    next.on('error', () => {})
    next.on('notification', ({ channel, payload }) => {
      for (const handler of handlers.get(channel) ?? []) hear(handler, channel, payload ?? '')
    })
    await next.connect()
    await next.query(channels.map((channel) => `listen ${channel}`).join(';'))
    next.once('end', () => {
      client = undefined
      if (!closed) void reconnect()
    })
    client = next
  }

  /** Whoever may use the database may NOTIFY: what cannot be understood is left alone. */
  function hear(handler: Handler, channel: string, payload: string) {
    try {
      handler(payload)
    } catch (error) {
      log.error({ err: error, channel }, 'a notification was not understood')
    }
  }

  async function reconnect() {
    log.warn('lost the LISTEN connection')
    for (const handler of gapHandlers) handler()
    while (!closed && !client) {
      await connect().catch(() => sleep(1000, undefined, { ref: false }))
    }
    for (const handler of gapHandlers) handler()
  }

  await connect()
  return {
    on(channel, handler) {
      handlers.set(channel, [...(handlers.get(channel) ?? []), handler])
    },
    onGap(handler) {
      gapHandlers.push(handler)
    },
    get connected() {
      return client !== undefined
    },
    async close() {
      closed = true
      await client?.end()
    },
  }
}

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger as Logger } from 'fastify'
import pg from 'pg'
import { ECHO_CHANNEL } from '../channels.ts'
import { ConfigError } from '../kernel/config_error.ts'

/** What the connection of each server is called in `pg_stat_activity`. */
const LISTENER_NAME = 'powernode listener'

const PROVE_EVERY_MS = 30_000
const PATIENCE_MS = 5000
const RETRY_MS = 1000

/** What a connection in which LISTEN has no effect looks like from outside, with its cure. */
export const NOT_LISTENING =
  'Notifications of PostgreSQL (LISTEN) do not arrive: connect directly, or through a pooler in session mode'

type Handler = (payload: string) => void

/** One connection that LISTENs for this process. */
export interface NotifyListener {
  on(channel: string, handler: Handler): void
  /**
   * Called when notifications may have been missed: caches filled before it must be dropped. While LISTEN has no effect
   * although the database answers, it is called every few seconds.
   */
  onGap(handler: () => void): void
  /** False while nothing is heard; what is cached then may be stale. */
  readonly connected: boolean
  /** Sends itself a notification through the pool. Where it does not arrive, the connection is given up for a new one. */
  prove(): Promise<void>
  close(): Promise<void>
}

interface Options {
  /** How long a notification may take, in milliseconds. */
  patienceMs?: number
}

/**
 * Listens on `channels` until closed, reconnecting for ever, at most every second. A connection counts once it has heard
 * what was sent through `pool`, and again every 30 seconds; at the start anything else is a ConfigError.
 */
export async function listen(
  url: string,
  pool: pg.Pool,
  channels: string[],
  log: Logger,
  { patienceMs = PATIENCE_MS }: Options = {},
): Promise<NotifyListener> {
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
    try {
      await next.query([...channels, ECHO_CHANNEL].map((channel) => `listen ${channel}`).join(';'))
      if (!(await hears(next, pool, patienceMs))) throw new ConfigError(NOT_LISTENING)
    } catch (error) {
      void next.end()
      throw error
    }
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
    missed()
    while (!closed && !client) {
      await connect().catch((error) => {
        if (error instanceof ConfigError) {
          log.warn(error.message)
          missed()
        }
        return sleep(RETRY_MS, undefined, { ref: false })
      })
    }
    missed()
  }

  function missed() {
    for (const handler of gapHandlers) handler()
  }

  await connect()
  const proofs = setInterval(() => void listener.prove(), PROVE_EVERY_MS).unref()
  const listener: NotifyListener = {
    on(channel, handler) {
      handlers.set(channel, [...(handlers.get(channel) ?? []), handler])
    },
    onGap(handler) {
      gapHandlers.push(handler)
    },
    get connected() {
      return client !== undefined
    },
    async prove() {
      const asked = client
      // Where the pool cannot send, nothing is known about hearing.
      const heard = !asked || (await hears(asked, pool, patienceMs).catch(() => true))
      if (!heard && asked === client) abandon(asked)
    },
    async close() {
      closed = true
      clearInterval(proofs)
      await client?.end()
    },
  }
  return listener

  /** Takes a connection for dead whose other end may be gone: it is not waited for. */
  function abandon(dead: pg.Client) {
    client = undefined
    dead.removeAllListeners('end')
    void dead.end().catch(() => {})
    if (!closed) void reconnect()
  }
}

/** Whether LISTEN has an effect at this address. */
export async function probeListening(url: string, pool: pg.Pool): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: LISTENER_NAME })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`listen ${ECHO_CHANNEL}`)
    return await hears(client, pool)
  } finally {
    await client.end()
  }
}

/** Whether a connection hears what is sent through the pool. Throws where that cannot be sent. */
async function hears(client: pg.Client, pool: pg.Pool, patienceMs = PATIENCE_MS): Promise<boolean> {
  const nonce = randomUUID()
  const { promise: heard, resolve } = Promise.withResolvers<true>()
  const hear = ({ channel, payload }: pg.Notification) => {
    if (channel === ECHO_CHANNEL && payload === nonce) resolve(true)
  }
  const late = new AbortController()
  client.on('notification', hear)
  try {
    await pool.query('select pg_notify($1, $2)', [ECHO_CHANNEL, nonce])
    const patience = sleep(patienceMs, false, { signal: late.signal, ref: false })
    return await Promise.race([heard, patience])
  } finally {
    late.abort()
    client.off('notification', hear)
  }
}

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger as Logger } from 'fastify'
import pg from 'pg'
import { ECHO_CHANNEL } from '../channels.ts'
import { ConfigError } from '../kernel/config_error.ts'

/** The application name of the connection in `pg_stat_activity`: each server process has one. */
export const LISTENER_NAME = 'powernode listener'

const CHECK_EVERY_MS = 30_000
const TIMEOUT_MS = 5000
const RETRY_MS = 1000

/** The error if LISTEN has no effect on a connection. */
export const NOT_LISTENING =
  'PostgreSQL notifications (LISTEN) do not arrive: connect directly, or through a pooler in session mode'

type Handler = (payload: string) => void

/** One connection that LISTENs for this process. */
export interface NotifyListener {
  on(channel: string, handler: Handler): void
  /**
   * Calls `handler` when notifications may have been missed: caches must be dropped. While the database responds but LISTEN
   * has no effect, it is called every few seconds.
   */
  onGap(handler: () => void): void
  /** False while no notifications are received; caches may be stale. */
  readonly connected: boolean
  /** Sends a notification to itself through the pool. If it does not arrive, the connection is replaced. */
  check(): Promise<void>
  close(): Promise<void>
}

interface Options {
  /** How long a notification may take, in milliseconds. */
  timeoutMs?: number
}

/**
 * Listens on `channels` until closed, and reconnects at most once a second without limit. A connection is checked by a
 * notification sent through `pool`, at the start and every 30 seconds; if the first check fails, a ConfigError is thrown.
 */
export async function listen(
  url: string,
  pool: pg.Pool,
  channels: string[],
  log: Logger,
  { timeoutMs = TIMEOUT_MS }: Options = {},
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
      for (const handler of handlers.get(channel) ?? []) handle(handler, channel, payload ?? '')
    })
    await next.connect()
    try {
      await next.query([...channels, ECHO_CHANNEL].map((channel) => `listen ${channel}`).join(';'))
      if (!(await receives(next, pool, timeoutMs))) throw new ConfigError(NOT_LISTENING)
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

  /** Any database user can NOTIFY: invalid payloads are logged and ignored. */
  function handle(handler: Handler, channel: string, payload: string) {
    try {
      handler(payload)
    } catch (error) {
      log.error({ err: error, channel }, 'invalid notification')
    }
  }

  async function reconnect() {
    log.warn('lost the LISTEN connection')
    reportGap()
    while (!closed && !client) {
      await connect().catch((error) => {
        if (error instanceof ConfigError) {
          log.warn(error.message)
          reportGap()
        }
        return sleep(RETRY_MS, undefined, { ref: false })
      })
    }
    reportGap()
  }

  function reportGap() {
    for (const handler of gapHandlers) handler()
  }

  await connect()
  const checks = setInterval(() => void listener.check(), CHECK_EVERY_MS).unref()
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
    async check() {
      const current = client
      // If the pool cannot send, the connection cannot be judged.
      const received = !current || (await receives(current, pool, timeoutMs).catch(() => true))
      if (!received && current === client) abandon(current)
    },
    async close() {
      closed = true
      clearInterval(checks)
      await client?.end()
    },
  }
  return listener

  /** Closes a connection without waiting, because the other end may not respond. */
  function abandon(dead: pg.Client) {
    client = undefined
    dead.removeAllListeners('end')
    void dead.end().catch(() => {})
    if (!closed) void reconnect()
  }
}

/** Whether LISTEN has an effect at this address. */
export async function probeListening(url: string, pool: pg.Pool): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'powernode probe' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`listen ${ECHO_CHANNEL}`)
    return await receives(client, pool)
  } finally {
    await client.end()
  }
}

/** Whether a connection receives notifications sent through the pool. Throws if they cannot be sent. */
async function receives(
  client: pg.Client,
  pool: pg.Pool,
  timeoutMs = TIMEOUT_MS,
): Promise<boolean> {
  const nonce = randomUUID()
  const { promise: received, resolve } = Promise.withResolvers<true>()
  const handle = ({ channel, payload }: pg.Notification) => {
    if (channel === ECHO_CHANNEL && payload === nonce) resolve(true)
  }
  const timer = new AbortController()
  client.on('notification', handle)
  try {
    await pool.query('select pg_notify($1, $2)', [ECHO_CHANNEL, nonce])
    const patience = sleep(timeoutMs, false, { signal: timer.signal, ref: false })
    return await Promise.race([received, patience])
  } finally {
    timer.abort()
    client.off('notification', handle)
  }
}

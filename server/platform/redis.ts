import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger as Logger } from 'fastify'
import type { Redis } from 'ioredis'
import { MINUTE_MS } from './kernel/time.ts'

const START_MS = 2000
const RESPONSE_MS = 1000
const RETRY_MS = 1000
const WARN_EVERY_MS = MINUTE_MS

/** The Redis shared by the servers of an installation. All its users have a fallback while it is down. */
export interface SharedRedis {
  client: Redis
  /** Whether it is connected and responding. */
  readonly up: boolean
  /** Returns undefined if Redis is down or does not respond within a second; then it is not used until it responds again. */
  attempt<T>(work: (client: Redis) => Promise<T>): Promise<T | undefined>
  subscribe(channel: string, handler: (message: string) => void): void
  close(): void
}

/** Connects; after two seconds, continues without Redis. */
export async function openRedis(url: string, log: Logger): Promise<SharedRedis> {
  const { Redis } = await import('ioredis') // most installations have no Redis
  const client = new Redis(url, {
    connectionName: 'powernode',
    // Commands of one event loop turn are sent together.
    enableAutoPipelining: true,
    // A count must not be sent twice or wait for a connection.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: START_MS,
    commandTimeout: RESPONSE_MS,
    retryStrategy: () => RETRY_MS,
  })
  let stalled = false
  let closed = false
  let warnedAt = 0
  let subscriber: Redis | undefined

  function warn(error: Error) {
    if (Date.now() - warnedAt < WARN_EVERY_MS) return
    warnedAt = Date.now()
    log.warn({ reason: error.message }, 'Redis is unavailable: continuing without it')
  }

  /** After a timeout, pings Redis in the background until it responds. */
  async function stall() {
    if (stalled) return
    stalled = true
    while (stalled && !closed) {
      await sleep(RETRY_MS, undefined, { ref: false })
      stalled = await client.ping().then(
        () => false,
        () => true,
      )
    }
  }

  client.on('error', warn)
  const ready = new Promise((done) => client.once('ready', done))
  await Promise.race([ready, sleep(START_MS, undefined, { ref: false })])
  if (client.status !== 'ready') warn(new Error('no connection'))

  const redis: SharedRedis = {
    client,
    get up() {
      return client.status === 'ready' && !stalled
    },
    async attempt(work) {
      if (!redis.up) return undefined
      try {
        return await work(client)
      } catch (error) {
        warn(error as Error)
        void stall()
        return undefined
      }
    },
    subscribe(channel, handler) {
      subscriber ??= client.duplicate({
        enableAutoPipelining: false,
        enableOfflineQueue: true,
        maxRetriesPerRequest: null,
        commandTimeout: undefined,
      })
      subscriber.on('error', warn)
      subscriber.on('message', (from, message) => {
        if (from !== channel) return
        try {
          handler(message)
        } catch (error) {
          log.error({ err: error, channel }, 'invalid message')
        }
      })
      void subscriber.subscribe(channel).catch(warn)
    },
    close() {
      closed = true
      subscriber?.disconnect()
      client.disconnect()
    },
  }
  return redis
}

/** Checks whether Redis responds. Returns undefined, or the reason. */
export async function probeRedis(url: string): Promise<string | undefined> {
  const { Redis } = await import('ioredis')
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: null,
    connectTimeout: START_MS,
    commandTimeout: RESPONSE_MS,
  })
  let reason: string | undefined
  client.on('error', (error) => {
    reason ??= error.message || (error as { code?: string }).code
  })
  try {
    await client.connect()
    await client.ping()
    return undefined
  } catch (error) {
    return reason ?? (error as Error).message
  } finally {
    client.disconnect()
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { Redis } from 'ioredis'
import { MINUTE_MS } from './kernel/time.ts'

const START_MS = 2000
const ANSWER_MS = 1000
const LOOK_AGAIN_MS = 1000
const COMPLAIN_EVERY_MS = MINUTE_MS

/** The Redis that the servers of an installation share. Everything on it has another way to go while it is down. */
export interface SharedRedis {
  client: Redis
  /** Whether it answered lately. */
  readonly up: boolean
  /** Undefined when it is down or does not answer within a second; from then on it is left alone until it is back. */
  attempt<T>(work: (client: Redis) => Promise<T>): Promise<T | undefined>
  subscribe(channel: string, handler: (message: string) => void): void
  close(): void
}

/** Connects, and goes on without after two seconds. */
export async function openRedis(url: string, log: Logger): Promise<SharedRedis> {
  const client = new Redis(url, {
    connectionName: 'powernode',
    // What is asked in one turn of the event loop goes out as one.
    enableAutoPipelining: true,
    // A count must not be sent twice, nor wait for a connection.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: START_MS,
    commandTimeout: ANSWER_MS,
    retryStrategy: () => LOOK_AGAIN_MS,
  })
  let stalled = false
  let closed = false
  let complainedAt = 0
  let subscriber: Redis | undefined

  function complain(error: Error) {
    if (Date.now() - complainedAt < COMPLAIN_EVERY_MS) return
    complainedAt = Date.now()
    log.warn({ reason: error.message }, 'Redis cannot be used: going on without it')
  }

  /** Nobody waits for a Redis that hangs: it is asked in the background until it answers. */
  async function stall() {
    if (stalled) return
    stalled = true
    while (stalled && !closed) {
      await sleep(LOOK_AGAIN_MS, undefined, { ref: false })
      stalled = await client.ping().then(
        () => false,
        () => true,
      )
    }
  }

  client.on('error', complain)
  const ready = new Promise((done) => client.once('ready', done))
  await Promise.race([ready, sleep(START_MS, undefined, { ref: false })])
  if (client.status !== 'ready') complain(new Error('no connection'))

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
        complain(error as Error)
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
      subscriber.on('error', complain)
      subscriber.on('message', (from, message) => {
        if (from !== channel) return
        try {
          handler(message)
        } catch (error) {
          log.error({ err: error, channel }, 'a message was not understood')
        }
      })
      void subscriber.subscribe(channel).catch(complain)
    },
    close() {
      closed = true
      subscriber?.disconnect()
      client.disconnect()
    },
  }
  return redis
}

/** Asks a Redis whether it answers: nothing, or what is wrong. */
export async function probeRedis(url: string): Promise<string | undefined> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: null,
    connectTimeout: START_MS,
    commandTimeout: ANSWER_MS,
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

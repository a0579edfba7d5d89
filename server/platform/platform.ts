import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger as Logger } from 'fastify'
import type pg from 'pg'
import type { Config } from '../config.ts'
import { createSealer, type Sealer } from './audit/sealer.ts'
import { syncCatalogue } from './auth/catalogue.ts'
import { createPrincipals, type Principals } from './auth/principals.ts'
import { type KeyRing, openKeyRing } from './auth/signing_keys.ts'
import { createTokens, type Tokens } from './auth/tokens.ts'
import { type Cable, createCable } from './cable/cable.ts'
import { CABLE_CHANNEL, FORGET_CHANNEL, JOBS_CHANNEL, REFRESH_CHANNEL } from './channels.ts'
import { openVault, type Vault } from './crypto/vault.ts'
import type { PlatformCtx } from './db/context.ts'
import { type Database, openDatabase } from './db/database.ts'
import { listen, type NotifyListener } from './db/listener.ts'
import { platformContext } from './db/transaction.ts'
import { openWriteProbe, type WriteProbe } from './db/write_probe.ts'
import { addGauges } from './gauges.ts'
import { createRateLimiter, type RateLimiter } from './http/limits.ts'
import { createListCounts, type ListCounts } from './http/list_counts.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import { version } from './http/openapi.ts'
import { type JobQueue, openQueue } from './jobs/queue.ts'
import type { Forget } from './kernel/forget.ts'
import type { Platform } from './kernel/platform.ts'
import type { Refreshed } from './kernel/refreshed.ts'
import type { Composition } from './module.ts'
import { openRedis, type SharedRedis } from './redis.ts'
import { decideOtherwise } from './settings/catalogue.ts'
import { openSettings, type SettingsStore } from './settings/settings.ts'

const RETRY_MS = 1000

declare module './kernel/platform.ts' {
  interface Platform {
    config: Config
    log: Logger
    database: Database
    pool: pg.Pool
    /** How many queries of this process wait for a connection. */
    queriesWaiting(): number
    listener: NotifyListener
    writeProbe: WriteProbe
    vault: Vault
    /** Chains the audit trail; only a process that listens starts it. */
    sealer: Sealer
    settings: SettingsStore
    keys: KeyRing
    tokens: Tokens
    principals: Principals
    limits: RateLimiter
    /** Where REDIS_URL is set. */
    redis: SharedRedis | undefined
    metrics: Metrics
    queue: JobQueue
    listCounts: ListCounts
    cable: Cable
    composition: Composition
    /** Drops what this process remembers of somebody's rights. */
    forgetLocally(whom: Forget): void | Promise<void>
    /** Reads again what changed; until that works, keeps trying. */
    refreshLocally(what: Refreshed): Promise<void>
    /** The process was asked to stop: it is not ready any more, and its replies end their connections. */
    readonly draining: boolean
    drain(): void
    /** Aborted when nothing new arrives any more: long polls end, running requests finish. */
    stopping: AbortSignal
    stop(): void
    /** The context of work that nobody asked for: boot, schedules. */
    system(): PlatformCtx
    close(): Promise<void>
  }
}

/** Opens the database and all that lives on it. The schema must be current. */
export async function openPlatform(
  config: Config,
  url: string,
  masterKey: Buffer,
  log: Logger,
  composition: Composition,
): Promise<Platform> {
  const { db: database, pool } = openDatabase(url, config.DATABASE_POOL_SIZE)
  const vault = openVault(masterKey)
  const heard = [FORGET_CHANNEL, REFRESH_CHANNEL, CABLE_CHANNEL, JOBS_CHANNEL]
  const listener = await listen(url, pool, heard, log)
  await syncCatalogue(database)
  const settings = await openSettings(database, config, log)
  const keys = await openKeyRing(database, vault)
  const tokens = createTokens(keys)
  const authenticators = composition.domains.flatMap(({ authenticate }) => authenticate ?? [])
  const principals = createPrincipals(
    () => platform.system(),
    authenticators,
    () => listener.connected,
  )
  const metrics = createMetrics({ version })
  const listCounts = createListCounts(database, log)
  const queue = await openQueue({ pool, database, listener, log, metrics, listCounts })
  let draining = false
  const stopping = new AbortController()
  const redis = config.REDIS_URL ? await openRedis(config.REDIS_URL, log) : undefined
  const basis = { database, pool, settings, redis, log }
  const limits = await createRateLimiter(basis, !config.DISABLE_RATE_LIMITING)

  const platform: Platform = {
    config,
    log,
    database,
    pool,
    queriesWaiting: () => pool.waitingCount,
    listener,
    writeProbe: openWriteProbe(database),
    vault,
    sealer: createSealer(database, vault, log),
    settings,
    keys,
    tokens,
    principals,
    limits,
    redis,
    metrics,
    queue,
    listCounts,
    composition,
    get draining() {
      return draining
    },
    drain() {
      draining = true
    },
    stopping: stopping.signal,
    stop: () => stopping.abort(),
    forgetLocally(whom) {
      if ('limits' in whom) return limits.clear(whom.limits)
      principals.forget(whom)
      platform.cable.forget(whom)
      if ('worker' in whom) queue.recall(whom.worker)
    },
    async refreshLocally(what) {
      const source = { settings, signing_keys: keys, rate_limits: limits }[what]
      const before = settings.values
      while (!stopping.signal.aborted) {
        try {
          await source.reload()
          if (decideOtherwise(settings.values, before)) {
            await platform.forgetLocally({ everyone: true })
          }
          return
        } catch (error) {
          log.warn({ what, reason: (error as Error).message }, 'could not be read again')
          await sleep(RETRY_MS, undefined, { ref: false })
        }
      }
    },
    system: () => platformContext(platform, log, { kind: 'system' }),
    cable: undefined as never, // needs the platform itself, next line
    async close() {
      await queue.close()
      await Promise.all(authenticators.map(({ close }) => close?.(platform)))
      await limits.close()
      redis?.close()
      await platform.sealer.close()
      await listener.close()
      await database.destroy()
    },
  }
  platform.cable = createCable(platform, composition.channels, listener)
  watch(listener, platform)
  addGauges(platform)
  return platform
}

/** Applies what other processes revoke. After a gap anything may have been missed. */
function watch(listener: NotifyListener, platform: Platform) {
  listener.on(FORGET_CHANNEL, (payload) => {
    void platform.forgetLocally(JSON.parse(payload) as Forget)
  })
  listener.on(REFRESH_CHANNEL, (what) => void platform.refreshLocally(what as Refreshed))
  listener.onGap(() => {
    void platform.forgetLocally({ everyone: true })
    void platform.refreshLocally('settings')
    void platform.refreshLocally('signing_keys')
    void platform.refreshLocally('rate_limits')
  })
}

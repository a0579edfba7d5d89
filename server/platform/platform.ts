import { setTimeout as sleep } from 'node:timers/promises'
import { version } from '@powernode/contract/version.ts'
import type { FastifyBaseLogger as Logger } from 'fastify'
import type pg from 'pg'
import type { Config } from '../config.ts'
import { createSealer, type Sealer } from './audit/sealer.ts'
import { syncCatalogue } from './auth/catalogue.ts'
import { createPrincipals, type Principals } from './auth/principals.ts'
import { type KeyRing, openKeyRing } from './auth/signing_keys.ts'
import { createTokens, type Tokens } from './auth/tokens.ts'
import { type Cable, createCable } from './cable/cable.ts'
import {
  CABLE_CHANNEL,
  FORGET_CHANNEL,
  JOBS_CHANNEL,
  REFRESH_CHANNEL,
  SIGNAL_CHANNEL,
} from './channels.ts'
import { openVault, type Vault } from './crypto/vault.ts'
import type { PlatformCtx } from './db/context.ts'
import { type Database, openDatabase } from './db/database.ts'
import { listen, type NotifyListener } from './db/listener.ts'
import { laterMigrations } from './db/migrations.ts'
import { openSignals, type Signals } from './db/signals.ts'
import { platformContext } from './db/transaction.ts'
import { openWriteProbe, type WriteProbe } from './db/write_probe.ts'
import { addGauges } from './gauges.ts'
import { createRateLimiter, type RateLimiter } from './http/limits.ts'
import { createListCounts, type ListCounts } from './http/list_counts.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import { createSiteCache, type SiteCache } from './http/site_cache.ts'
import { type JobQueue, openQueue } from './jobs/queue.ts'
import type { CachedData } from './kernel/cached_data.ts'
import type { DeclaredEnvironment } from './kernel/environment.ts'
import type { Forget } from './kernel/forget.ts'
import type { Platform } from './kernel/platform.ts'
import type { Composition } from './module.ts'
import { openRedis, type SharedRedis } from './redis.ts'
import { permissionSettingsDiffer } from './settings/catalogue.ts'
import { openSettings, type SettingsStore } from './settings/settings.ts'

const RETRY_MS = 1000

declare module './kernel/platform.ts' {
  interface Platform {
    config: Config
    /** The values of the settings that domains read from the environment. */
    environment: DeclaredEnvironment
    log: Logger
    database: Database
    pool: pg.Pool
    /** How many queries of this process wait for a connection. */
    queriesWaiting(): number
    listener: NotifyListener
    signals: Signals
    writeProbe: WriteProbe
    vault: Vault
    /** Seals the audit trail; started only by a listening process. */
    sealer: Sealer
    settings: SettingsStore
    keys: KeyRing
    tokens: Tokens
    principals: Principals
    limits: RateLimiter
    /** Defined if REDIS_URL is set. */
    redis: SharedRedis | undefined
    metrics: Metrics
    queue: JobQueue
    listCounts: ListCounts
    /** Rendered documents of the public site. */
    site: SiteCache
    cable: Cable
    composition: Composition
    /** Drops cached principals of this process. */
    forgetLocally(whom: Forget): void | Promise<void>
    /** Reloads changed data, and retries until it succeeds. */
    refreshLocally(what: CachedData): Promise<void>
    /**
     * Why the process closes connections after each response: it is stopping, and reports not ready; or another process
     * of this machine has replaced it, and it stays ready so that no load balancer avoids the machine.
     */
    readonly draining: false | 'stopping' | 'replaced'
    drain(reason: 'stopping' | 'replaced'): void
    /** Aborted when the drain time is over: long polls end, running requests finish. */
    stopping: AbortSignal
    stop(): void
    /** The context of the system: startup and schedules. */
    system(): PlatformCtx
    close(): Promise<void>
  }
}

/** Opens the database and all components. The schema must be up to date. */
export async function openPlatform(
  config: Config,
  url: string,
  masterKey: Buffer,
  log: Logger,
  composition: Composition,
): Promise<Platform> {
  const environment = config.readDeclared(composition.environment) as DeclaredEnvironment
  const { db: database, pool } = openDatabase(url, config.DATABASE_POOL_SIZE)
  const vault = openVault(masterKey)
  const channels = [FORGET_CHANNEL, REFRESH_CHANNEL, CABLE_CHANNEL, JOBS_CHANNEL, SIGNAL_CHANNEL]
  const listener = await listen(url, pool, channels, log)
  const later = await laterMigrations(database as never, composition.migrations)
  const isLatest = later.length === 0
  if (!isLatest) {
    log.warn({ migrations: later }, 'the database is newer than this server: upgrade it too')
  }
  await syncCatalogue(database, isLatest)
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
  const queue = await openQueue({
    pool,
    database,
    listener,
    log,
    metrics,
    listCounts,
    isLatest,
  })
  let draining: Platform['draining'] = false
  const stopping = new AbortController()
  const redis = config.REDIS_URL ? await openRedis(config.REDIS_URL, log) : undefined
  const basis = { database, pool, settings, redis, log }
  const limits = await createRateLimiter(basis, !config.DISABLE_RATE_LIMITING)

  const platform: Platform = {
    config,
    environment,
    log,
    database,
    pool,
    queriesWaiting: () => pool.waitingCount,
    listener,
    signals: openSignals(listener, stopping.signal),
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
    site: createSiteCache(),
    composition,
    get draining() {
      return draining
    },
    drain(reason) {
      draining = reason
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
      const { site } = platform
      const own: Partial<Record<string, { reload(): Promise<void> }>> = {
        settings,
        signing_keys: keys,
        rate_limits: limits,
        site,
      }
      const source = own[what]
      // A process without the module knows no such cache.
      if (!source) return composition.caches[what]?.drop(platform)
      const before = settings.values
      while (!stopping.signal.aborted) {
        try {
          await source.reload()
          if (source === settings) await site.reload()
          if (permissionSettingsDiffer(settings.values, before)) {
            await platform.forgetLocally({ everyone: true })
          }
          return
        } catch (error) {
          log.warn({ what, reason: (error as Error).message }, 'could not be reloaded; will retry')
          await sleep(RETRY_MS, undefined, { ref: false })
        }
      }
    },
    system: () => platformContext(platform, log, { kind: 'system' }),
    cable: undefined as never, // needs the platform; set below
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

/** Applies invalidations of other processes. After a gap, everything is reloaded. */
function watch(listener: NotifyListener, platform: Platform) {
  listener.on(FORGET_CHANNEL, (payload) => {
    void platform.forgetLocally(JSON.parse(payload) as Forget)
  })
  listener.on(REFRESH_CHANNEL, (what) => void platform.refreshLocally(what as CachedData))
  listener.onGap(() => {
    void platform.forgetLocally({ everyone: true })
    void platform.refreshLocally('settings')
    void platform.refreshLocally('signing_keys')
    void platform.refreshLocally('rate_limits')
    for (const cache of Object.values(platform.composition.caches)) cache.drop(platform)
    void platform.refreshLocally('site')
  })
}

import { access } from 'node:fs/promises'
import type { Contract } from '@powernode/contract/declare.ts'
import { addEvents } from '@powernode/contract/events.ts'
import { addJobs, type JobInput, type JobName } from '@powernode/contract/jobs.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'
import { settings as ownEnvironment } from '../config.ts'
import { addAuditKinds } from './audit/classification.ts'
import type { RecordNames } from './audit/record_names.ts'
import type { Authenticator } from './auth/authenticator.ts'
import type { StoredFilesOf } from './backup/stored_files.ts'
import type { Channels } from './cable/channel.ts'
import type { Cache } from './cache.ts'
import type { Ctx, PlatformCtx, Tx } from './db/context.ts'
import type { Reading } from './db/database.ts'
import type { Subscribers } from './db/events.ts'
import type { MigrationSet } from './db/migrations.ts'
import type { DB } from './db/rows.ts'
import type { Example } from './examples.ts'
import type { Probe } from './health.ts'
import { addCounters } from './http/metrics.ts'
import type { Addition } from './http/openapi.ts'
import { addRates } from './http/rate_rules.ts'
import type { Resource } from './http/resource.ts'
import type { EmbeddedSources } from './http/security_headers.ts'
import type { SitePage } from './http/site.ts'
import { addThrottles } from './http/throttles.ts'
import { ConfigError } from './kernel/config_error.ts'
import type { EnvironmentSetting } from './kernel/environment.ts'
import { addErrors } from './kernel/errors.ts'
import { addPermissions, addRoles } from './kernel/permissions.ts'
import { addTemplates, type Template } from './mail/templates.ts'
import { addMetrics, type Metric } from './metrics.ts'
import { addNotificationKinds, type Notify } from './notifications.ts'
import { ownRetention, ownSweep, type Retention, type Sweep } from './retention.ts'
import { addSettings, type Setting } from './settings/catalogue.ts'

/** A resource that can be limited for an account. */
export type LimitName = NamesOf<'limits'>

/** The plural noun of each limited resource. */
export const limitWords = {} as Record<LimitName, string>
export const limitNames = () => Object.keys(limitWords) as LimitName[]

function addLimits(more: Record<string, { counts: string }>) {
  requireUnusedNames('limit', more, limitWords)
  for (const [name, { counts }] of Object.entries(more)) limitWords[name as LimitName] = counts
}

/** The maximum of each limited resource; Infinity means no limit. */
export type AccountLimits = Record<LimitName, number>

/** Two ways of computing the same value do not agree. */
export interface Difference {
  /** What must be true. */
  check: string
  account_id: string | null
  subject: string
  expected: string
  actual: string
}

/** One resource of the product: everything its folder provides. */
export interface Domain {
  /** Name of its folder, table and URL segment. */
  name: string
  /** The tables that it writes. Only this domain writes them; others call its exported functions. */
  tables?: (keyof DB)[]
  /** Its declarations: permissions, events, jobs, error codes. */
  contract?: Contract
  routes?: Resource[]
  /** Its pages of the public site. */
  site?: SitePage[]
  /** Additions to the OpenAPI documents, besides its routes. */
  documents?: Addition
  channels?: Channels
  /** Authenticates the bearer tokens that it issues. */
  authenticate?: Authenticator
  /**
   * Handlers of events. They run inside the transaction, after the event is recorded, and can veto the change by throwing.
   * `every` handles all events of accounts.
   */
  before?: Subscribers
  /** Background work of a listening server, until it is closed. */
  start?(ctx: PlatformCtx): { close(): Promise<void> }
  /**
   * Pages of the web app that embed content of others, by their path, which includes those below it. Their content security
   * policy allows it, if they are loaded by a link that leaves the app.
   */
  embeds?: Record<string, EmbeddedSources>
  /** Counts limited resources. */
  limits?: { [Name in LimitName]?: (ctx: Ctx) => Promise<number> }
  /** The limits of an account, for the usage page. */
  limitsOf?(ctx: Ctx): Promise<AccountLimits>
  /** Names of its records in audit entries, by resource type: the noun of its actions. */
  names?: Record<string, RecordNames>
  /** Removes credentials of a user that another person may have created. */
  removeCredentials?(tx: Tx, userId: string): Promise<unknown>
  /** Health checks of its components. */
  health?: Record<string, Probe>
  mails?: Record<string, Template<never>>
  settings?: Record<string, Setting>
  /** Settings that are read from the environment when a process starts: `platform.environment`. */
  environment?: Record<string, EnvironmentSetting>
  /** What each process keeps of its tables; `tx.refresh` drops it by name. */
  caches?: Record<string, Cache<unknown>>
  /** Retention of rows in its tables. */
  retention?: Retention
  /** Other daily tasks. */
  sweep?: Sweep
  /** Handlers of jobs that became dead letters. They must be idempotent, and the work may have succeeded meanwhile. */
  onDeadLetter?: {
    [Name in JobName]?: (
      ctx: PlatformCtx,
      input: JobInput<Name>,
      reason: string,
    ) => Promise<unknown>
  }
  /** Compares rows with what they were computed from, for the command line. */
  verify?(db: Reading<DB>): AsyncIterable<Difference>
  /** Metrics of the installation. */
  metrics?: Record<string, Metric>
  /** Delivers notifications of `tx.notify`; one domain provides it. */
  notify?: Notify
  /** Files outside the database that a backup contains; one domain provides them. */
  storedFiles?: StoredFilesOf
  /** Whether an account must be kept. Otherwise, accounts without a verified email address are deleted. */
  keeps?(ctx: Ctx): Promise<boolean>
  /** Example records for tests that call every route, by the last word of the path, as in `/<resource>` or `/<parent>/<resource>`. */
  examples?: Record<string, Example>
}

/** One part of the product, in one folder. */
export interface Module {
  name: string
  domains: Domain[]
  /** Folder of its SQL migrations. */
  migrations: string
}

/** Everything that the modules provide, combined. */
export interface Composition {
  domains: Domain[]
  resources: Resource[]
  site: SitePage[]
  channels: Channels
  migrations: MigrationSet[]
  /** Names of the optional modules. */
  optional: string[]
  notify: Notify | undefined
  storedFiles: StoredFilesOf | undefined
  environment: Record<string, EnvironmentSetting>
  caches: Record<string, Cache<unknown>>
  retention: Retention
  sweep: Sweep
  names: Record<string, RecordNames>
  health: Record<string, Probe>
  onDeadLetter: NonNullable<Domain['onDeadLetter']>
}

export const defineDomain = (domain: Domain): Domain => domain
export const defineModule = (module: Module): Module => module

let composition: Composition | undefined

/** The health checks of all components, by name. */
export function probes(): Record<string, Probe> {
  return composition?.health ?? {}
}

/** The descriptions of what the daily clean-up counts, by name. */
export function cleanupCounts(): Record<string, { counts: string }> {
  const { retention = {}, sweep = {} } = composition ?? {}
  return { ...sweep, ...retention }
}

/** Counts a limited resource of an account. */
export async function countLimited(ctx: Ctx, name: LimitName): Promise<number> {
  const counting = ctx.platform.composition.domains.find(({ limits }) => limits?.[name])
  return (await counting?.limits?.[name]?.(ctx)) ?? 0
}

/**
 * Combines the required modules, then the optional ones. Throws a one-line ConfigError with the module if it declares a path,
 * permission, event, job or channel that already exists. Names are registered for the whole process, so call it once.
 */
export async function compose(required: Module[], optional: Module[]): Promise<Composition> {
  const all: Composition = {
    domains: [],
    resources: [],
    site: [],
    channels: {},
    migrations: migrationSets(required, optional),
    optional: optional.map(({ name }) => name),
    ...{ notify: undefined, storedFiles: undefined },
    environment: {},
    caches: {},
    retention: { ...ownRetention },
    sweep: { ...ownSweep },
    names: {},
    health: {},
    onDeadLetter: {},
  }
  for (const module of [...required, ...optional]) {
    try {
      await register(module, all)
    } catch (error) {
      throw new ConfigError(
        `The module ${module.name} cannot be loaded: ${(error as Error).message}`,
      )
    }
  }
  for (const { contract } of all.domains) addRoles(contract?.roles ?? {})
  composition = all
  return all
}

/** The required modules share one set of migrations; each optional module has its own. */
export function migrationSets(required: Module[], optional: Module[]): MigrationSet[] {
  return [
    { name: '', folders: required.map(({ migrations }) => migrations) },
    ...optional.map(({ name, migrations }) => ({ name, folders: [migrations] })),
  ]
}

async function register(module: Module, all: Composition) {
  await access(module.migrations)
  for (const domain of module.domains) {
    const { contract = {}, routes = [], channels = {} } = domain
    addPermissions(contract.permissions ?? {})
    addEvents(contract.events ?? {})
    addJobs(contract.jobs ?? {}, contract.queues ?? {})
    addErrors(contract.errors ?? {})
    addThrottles(contract.throttles ?? {})
    addRates(contract.rates ?? {})
    addCounters(contract.counters ?? {})
    addAuditKinds(contract.audit ?? {})
    addNotificationKinds(contract.notifications ?? {})
    addLimits(contract.limits ?? {})
    addTemplates(domain.mails ?? {})
    addSettings(domain.settings ?? {})
    addMetrics(domain.metrics ?? {})
    const environment = { ...ownEnvironment, ...all.environment }
    requireUnusedNames('setting of the environment', domain.environment ?? {}, environment)
    Object.assign(all.environment, domain.environment)
    requireUnusedNames('cache', domain.caches ?? {}, all.caches)
    Object.assign(all.caches, domain.caches)
    requireUnusedNames('table', tablesOf([domain]), tablesOf(all.domains))
    requireUnusedNames('bearer', bearersOf([domain]), bearersOf(all.domains))
    requireUnusedNames('retention', domain.retention ?? {}, all.retention)
    Object.assign(all.retention, domain.retention)
    requireUnusedNames('sweep', domain.sweep ?? {}, all.sweep)
    requireUnusedNames('dead letter handler', domain.onDeadLetter ?? {}, all.onDeadLetter)
    requireUnusedNames('named resource type', domain.names ?? {}, all.names)
    requireUnusedNames('part of health', domain.health ?? {}, all.health)
    Object.assign(all.names, domain.names)
    Object.assign(all.sweep, domain.sweep)
    Object.assign(all.onDeadLetter, domain.onDeadLetter)
    Object.assign(all.health, domain.health)
    all.notify ??= domain.notify
    all.storedFiles ??= domain.storedFiles
    requireUnusedNames('route', routesOf(routes), routesOf(all.resources))
    requireUnusedNames('channel', channels, all.channels)
    all.domains.push(domain)
    all.resources.push(...routes)
    requireUnusedNames('page of the site', pathsOf(domain.site), pathsOf(all.site))
    all.site.push(...(domain.site ?? []))
    Object.assign(all.channels, channels)
  }
}

/** The domain of each table. */
function tablesOf(domains: Domain[]): Record<string, string> {
  return Object.fromEntries(
    domains.flatMap(({ name, tables = [] }) => tables.map((table) => [table, name])),
  )
}

/** The prefixes and headers that identify the credentials of domains. */
function bearersOf(domains: Domain[]): Record<string, string> {
  return Object.fromEntries(
    domains.flatMap(({ name, authenticate: by }) =>
      by ? [`${by.prefix}…`, ...(by.header ? [by.header] : [])].map((known) => [known, name]) : [],
    ),
  )
}

/** Pages of the public site by path. */
function pathsOf(pages: SitePage[] = []) {
  return Object.fromEntries(pages.map((page) => [page.path, page]))
}

/** Routes by method and path; paths that differ only in parameter names are the same. */
function routesOf(resources: Resource[]) {
  const routes = resources.flatMap((resource) => resource.routes)
  return Object.fromEntries(
    routes.map((route) => [`${route.method} ${route.path.replace(/:\w+/g, ':id')}`, route]),
  )
}

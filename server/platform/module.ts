import { access } from 'node:fs/promises'
import type { Contract } from '@powernode/contract/declare.ts'
import { addEvents } from '@powernode/contract/events.ts'
import { addJobs, type JobInput, type JobName } from '@powernode/contract/jobs.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'
import { addAuditKinds } from './audit/classification.ts'
import type { Authenticator } from './auth/authenticator.ts'
import type { Channels } from './cable/channel.ts'
import type { Ctx, PlatformCtx, Tx } from './db/context.ts'
import type { Subscribers } from './db/events.ts'
import type { MigrationSet } from './db/migrations.ts'
import type { DB } from './db/rows.ts'
import type { Example } from './examples.ts'
import type { Probe } from './health.ts'
import { addCounters } from './http/metrics.ts'
import type { Addition } from './http/openapi.ts'
import { addRates } from './http/rate_rules.ts'
import type { Resource } from './http/resource.ts'
import { addThrottles } from './http/throttles.ts'
import { ConfigError } from './kernel/config_error.ts'
import { addErrors } from './kernel/errors.ts'
import { addPermissions, addRoles } from './kernel/permissions.ts'
import { addTemplates, type Template } from './mail/templates.ts'
import { addMetrics, type Metric } from './metrics.ts'
import { addNotificationKinds, type Notify } from './notifications.ts'
import { ownRetention, ownSweep, type Retention, type Sweep } from './retention.ts'
import { addSettings, type Setting } from './settings/catalogue.ts'

/** What can be limited for an account. */
export type LimitName = NamesOf<'limits'>

/** The word, in the plural, for what each limits. */
export const limitWords = {} as Record<LimitName, string>
export const limitNames = () => Object.keys(limitWords) as LimitName[]

function addLimits(more: Record<string, { counts: string }>) {
  requireUnusedNames('limit', more, limitWords)
  for (const [name, { counts }] of Object.entries(more)) limitWords[name as LimitName] = counts
}

/** The most of each that an account may have; Infinity where it has no limit. */
export type AccountLimits = Record<LimitName, number>

/** One resource of the product: all that its folder brings, by name. */
export interface Domain {
  /** Its folder, which is its table and its segment of addresses too. */
  name: string
  /** The tables that it writes, which nobody else does: others call what it exports. */
  tables?: (keyof DB)[]
  /** What it declares by name: permissions, events, jobs, error codes. */
  contract?: Contract
  routes?: Resource[]
  /** What it adds to the OpenAPI documents besides its routes. */
  documents?: Addition
  channels?: Channels
  /** How the bearers that it issues become principals. */
  authenticate?: Authenticator
  /**
   * What else a change takes: runs inside its transaction, once the event is recorded, and may veto it by throwing.
   * `every` hears all events of accounts.
   */
  before?: Subscribers
  /** Work that a listening server does by itself until it is closed. */
  start?(ctx: PlatformCtx): { close(): Promise<void> }
  /** How much there is of what can be limited. */
  limits?: { [Name in LimitName]?: (ctx: Ctx) => Promise<number> }
  /** What the account may have; asked by the page that shows how much of it is used. */
  limitsOf?(ctx: Ctx): Promise<AccountLimits>
  /** Removes what signs in as a person, where somebody else may have set it up. */
  removeCredentials?(tx: Tx, userId: string): Promise<unknown>
  /** How its parts of the installation are. */
  health?: Record<string, Probe>
  mails?: Record<string, Template<never>>
  settings?: Record<string, Setting>
  /** How long rows of its tables are kept. */
  retention?: Retention
  /** What else time brings about, once a day. */
  sweep?: Sweep
  /** What fails with a job that was given up. Each may run twice, and may find that all went well meanwhile. */
  givenUp?: {
    [Name in JobName]?: (
      ctx: PlatformCtx,
      input: JobInput<Name>,
      reason: string,
    ) => Promise<unknown>
  }
  /** Figures of the installation that can be watched. */
  metrics?: Record<string, Metric>
  /** Delivers what `tx.notify` is given; one domain does. */
  notify?: Notify
  /** Whether something of it stands on an account, which is then not deleted for want of a confirmed address. */
  keeps?(ctx: Ctx): Promise<boolean>
  /** For tests that call every route: what makes a record, by the last word of its path, `/boats` or `/fleets/boats`. */
  examples?: Record<string, Example>
}

/** One part of the product, in one folder. */
export interface Module {
  name: string
  domains: Domain[]
  /** Folder of its SQL files. */
  migrations: string
}

/** What runs on the platform: everything that the modules bring, put together. */
export interface Composition {
  domains: Domain[]
  resources: Resource[]
  channels: Channels
  migrations: MigrationSet[]
  /** Names of the optional modules. */
  optional: string[]
  notify: Notify | undefined
  retention: Retention
  sweep: Sweep
  health: Record<string, Probe>
  givenUp: NonNullable<Domain['givenUp']>
}

export const defineDomain = (domain: Domain): Domain => domain
export const defineModule = (module: Module): Module => module

let composition: Composition | undefined

/** What looks at each part of the installation, by name. */
export function probes(): Record<string, Probe> {
  return composition?.health ?? {}
}

/** What the daily clean-up counts, by name. */
export function cleanedUp(): Record<string, { counts: string }> {
  const { retention = {}, sweep = {} } = composition ?? {}
  return { ...sweep, ...retention }
}

/** How much there is of something that can be limited. */
export async function countLimited(ctx: Ctx, name: LimitName): Promise<number> {
  const counting = ctx.platform.composition.domains.find(({ limits }) => limits?.[name])
  return (await counting?.limits?.[name]?.(ctx)) ?? 0
}

/**
 * Puts modules together: those that are always there, then the optional ones. Throws ConfigError, one line that names the
 * module, where one brings a path, permission, event, job or channel that is there already. Names are taken in for the
 * whole process, so this is done once.
 */
export async function compose(required: Module[], optional: Module[]): Promise<Composition> {
  const all: Composition = {
    domains: [],
    resources: [],
    channels: {},
    migrations: migrationSets(required, optional),
    optional: optional.map(({ name }) => name),
    notify: undefined,
    retention: { ...ownRetention },
    sweep: { ...ownSweep },
    health: {},
    givenUp: {},
  }
  for (const module of [...required, ...optional]) {
    try {
      await takeIn(module, all)
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

/** Those that are always there migrate together, each optional module by itself. */
export function migrationSets(required: Module[], optional: Module[]): MigrationSet[] {
  return [
    { name: '', folders: required.map(({ migrations }) => migrations) },
    ...optional.map(({ name, migrations }) => ({ name, folders: [migrations] })),
  ]
}

async function takeIn(module: Module, all: Composition) {
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
    requireUnusedNames('table', tablesOf([domain]), tablesOf(all.domains))
    requireUnusedNames('bearer', bearersOf([domain]), bearersOf(all.domains))
    requireUnusedNames('retention', domain.retention ?? {}, all.retention)
    Object.assign(all.retention, domain.retention)
    requireUnusedNames('sweep', domain.sweep ?? {}, all.sweep)
    requireUnusedNames('given-up job', domain.givenUp ?? {}, all.givenUp)
    requireUnusedNames('part of health', domain.health ?? {}, all.health)
    Object.assign(all.sweep, domain.sweep)
    Object.assign(all.givenUp, domain.givenUp)
    Object.assign(all.health, domain.health)
    all.notify ??= domain.notify
    requireUnusedNames('route', routesOf(routes), routesOf(all.resources))
    requireUnusedNames('channel', channels, all.channels)
    all.domains.push(domain)
    all.resources.push(...routes)
    Object.assign(all.channels, channels)
  }
}

/** The domain of each table. */
function tablesOf(domains: Domain[]): Record<string, string> {
  return Object.fromEntries(
    domains.flatMap(({ name, tables = [] }) => tables.map((table) => [table, name])),
  )
}

/** What the credentials of domains are known by: how bearers begin, and headers of their own. */
function bearersOf(domains: Domain[]): Record<string, string> {
  return Object.fromEntries(
    domains.flatMap(({ name, authenticate: by }) =>
      by ? [`${by.prefix}…`, ...(by.header ? [by.header] : [])].map((known) => [known, name]) : [],
    ),
  )
}

/** Routes by method and path; paths that differ only in what they call a parameter are the same. */
function routesOf(resources: Resource[]) {
  const routes = resources.flatMap((resource) => resource.routes)
  return Object.fromEntries(
    routes.map((route) => [`${route.method} ${route.path.replace(/:\w+/g, ':id')}`, route]),
  )
}

import { access } from 'node:fs/promises'
import { addEvents, type EventDefinition } from '@powernode/contract/events.ts'
import { addJobs, type JobDefinition } from '@powernode/contract/jobs.ts'
import { refuseTaken } from '@powernode/contract/taken.ts'
import { ConfigError } from '../config.ts'
import { addPermissions, type GrantedRole, type Permission } from './auth/permissions.ts'
import type { Channels } from './cable/channel.ts'
import type { Ctx } from './db/context.ts'
import type { Subscribers } from './db/events.ts'
import type { Resource } from './http/resource.ts'

/** What an account's plan can limit. */
export type LimitName = 'max_users' | 'max_api_keys' | 'max_webhooks'

/** The most of each that an account may have; Infinity where it has no limit. */
export type Limits = Record<LimitName, number>

/** What an extension brings. Each part takes the shape that the core's own has. */
export interface Extension {
  name: string
  resources: Resource[]
  /** Folder of its SQL files, which run after the core's. */
  migrations: string
  /** Name to description. Owners, administrators and workers have those of their kind; other roles what `grants` gives. */
  permissions: Record<string, string>
  grants: Partial<Record<GrantedRole, Permission[]>>
  events: Record<string, EventDefinition>
  jobs: Record<string, JobDefinition>
  channels: Channels
  /** Runs inside the transaction, before the event is recorded. It may add to the change, or veto it by throwing. */
  before: Omit<Subscribers, 'every'>
  /** What the account may have; asked by the page that shows how much of it is used. */
  limitsOf?(ctx: Ctx): Promise<Limits>
  /** Whether something of it stands on an account, which is then not deleted for want of a confirmed address. */
  keeps?(ctx: Ctx): Promise<boolean>
}

/** What runs on the platform: the core's domains, with those of the extensions that are loaded. */
export interface Domains {
  resources: Resource[]
  channels: Channels
  subscribers: Subscribers
  extensions: Extension[]
}

export function defineExtension(extension: Extension): Extension {
  return extension
}

/**
 * The core with these extensions. Throws ConfigError, one line that names the extension, where one brings a path,
 * permission, event, job or channel that is there already. Names are taken in for the whole process, so this is done once.
 */
export async function compose(
  core: Omit<Domains, 'extensions'>,
  extensions: Extension[],
): Promise<Domains> {
  const domains: Domains = { ...core, extensions }
  for (const extension of extensions) {
    const { name, resources, channels, permissions, grants, events, jobs, migrations } = extension
    try {
      refuseTaken('route', routesOf(resources), routesOf(domains.resources))
      refuseTaken('channel', channels, domains.channels)
      addPermissions(permissions, grants)
      addEvents(events)
      addJobs(jobs)
      await access(migrations)
    } catch (error) {
      throw new ConfigError(`The extension ${name} cannot be loaded: ${(error as Error).message}`)
    }
    domains.resources = [...domains.resources, ...resources]
    domains.channels = { ...domains.channels, ...channels }
  }
  return domains
}

/** Routes by method and path; paths that differ only in what they call a parameter are the same. */
function routesOf(resources: Resource[]) {
  const routes = resources.flatMap((resource) => resource.routes)
  return Object.fromEntries(
    routes.map((route) => [`${route.method} ${route.path.replace(/:\w+/g, ':id')}`, route]),
  )
}

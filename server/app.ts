import administration from '@powernode/modules/administration/module.ts'
import audit from '@powernode/modules/audit/module.ts'
import background from '@powernode/modules/background/module.ts'
import content from '@powernode/modules/content/module.ts'
import files from '@powernode/modules/files/module.ts'
import identity from '@powernode/modules/identity/module.ts'
import integrations from '@powernode/modules/integrations/module.ts'
import messaging from '@powernode/modules/messaging/module.ts'
import monitoring from '@powernode/modules/monitoring/module.ts'
import type { Config } from './config.ts'
import { loadModules } from './modules.ts'
import type { MigrationSet } from './platform/db/migrations.ts'
import { buildServer } from './platform/http/server.ts'
import { ConfigError } from './platform/kernel/config_error.ts'
import type { Platform } from './platform/kernel/platform.ts'
import { type Composition, compose, migrationSets } from './platform/module.ts'

/** The required modules; each may use those listed before it. */
const modules = [
  identity,
  messaging,
  integrations,
  audit,
  background,
  monitoring,
  administration,
  files,
  content,
]

let composed: Promise<Composition> | undefined

/** Composes the required modules and the configured optional ones, once per process. */
export function openModules({ POWERNODE_EXTENSIONS: names }: Config): Promise<Composition> {
  requireOptional(names)
  composed ??= loadModules(names).then((optional) => compose(modules, optional))
  return composed
}

/** Throws if `POWERNODE_EXTENSIONS` names a required module, or a module twice. */
function requireOptional(names: readonly string[]) {
  for (const [index, name] of names.entries()) {
    if (modules.some((module) => module.name === name)) {
      throw new ConfigError(`POWERNODE_EXTENSIONS names ${name}, which is always loaded`)
    }
    if (names.indexOf(name) !== index) {
      throw new ConfigError(`POWERNODE_EXTENSIONS names ${name} twice`)
    }
  }
}

/** The migrations of the product including these optional modules, whether or not they are configured. */
export async function migrationsWith(names: readonly string[]): Promise<MigrationSet[]> {
  return migrationSets(modules, await loadModules(names))
}

/** The whole application on an open platform: HTTP and `/cable`. */
export async function buildApp(platform: Platform) {
  const app = await buildServer(platform, platform.composition.resources)
  app.server.on('upgrade', platform.cable.upgrade)
  app.addHook('preClose', async () => platform.cable.close())
  return app
}

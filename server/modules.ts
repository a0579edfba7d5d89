import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CODE } from '@powernode/contract/code_files.ts'
import { ConfigError } from './platform/kernel/config_error.ts'
import type { Module } from './platform/module.ts'

const FOLDERS = ['modules', 'extensions'].map((folder) => join(import.meta.dirname, '..', folder))

/**
 * Loads optional modules by name: the default export of `modules/<name>/module.ts`, or of
 * `extensions/<name>/module.ts` for third-party modules. Nothing else imports them.
 */
export function loadModules(names: readonly string[], folders = FOLDERS): Promise<Module[]> {
  return Promise.all(
    names.map(async (name) => {
      const file = folders.map((folder) => join(folder, name, `module${CODE}`)).find(existsSync)
      if (!/^[a-z_]+$/.test(name) || !file) {
        throw new ConfigError(
          `POWERNODE_EXTENSIONS names ${name}, which is not in modules/ or extensions/`,
        )
      }
      const { default: module } = await importModule(name, file)
      if (!module?.domains || !module.migrations) {
        throw new ConfigError(
          `The module ${name} cannot be loaded: its module.ts needs defineModule({ name, domains, migrations }) as its default export`,
        )
      }
      if (module.name !== name) {
        throw new ConfigError(
          `The module ${name} cannot be loaded: its module.ts calls it ${module.name}`,
        )
      }
      return module
    }),
  )
}

async function importModule(name: string, file: string): Promise<{ default?: Module }> {
  try {
    return await import(file)
  } catch (error) {
    const [reason] = String(error).split('\n')
    throw new ConfigError(`The module ${name} cannot be loaded: ${reason}`)
  }
}

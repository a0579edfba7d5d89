import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './platform/kernel/config_error.ts'
import type { Module } from './platform/module.ts'

const FOLDERS = ['modules', 'extensions'].map((folder) => join(import.meta.dirname, '..', folder))

/**
 * Loads optional modules by name: the default export of `modules/<name>/module.ts`, or of
 * `extensions/<name>/module.ts` for third-party modules. Nothing else imports them.
 */
export function loadModules(names: readonly string[]): Promise<Module[]> {
  return Promise.all(
    names.map(async (name) => {
      const file = FOLDERS.map((folder) => join(folder, name, 'module.ts')).find(existsSync)
      if (!/^[a-z_]+$/.test(name) || !file) {
        throw new ConfigError(
          `POWERNODE_EXTENSIONS names ${name}, which is not in modules/ or extensions/`,
        )
      }
      const { default: module } = (await import(file)) as { default: Module }
      return module
    }),
  )
}

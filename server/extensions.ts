import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config.ts'
import type { Extension } from './platform/extension.ts'

const FOLDER = join(import.meta.dirname, '../extensions')

/** The extensions of these names, each the default export of `extensions/<name>/index.ts`. Nothing else imports them. */
export function loadExtensions(names: readonly string[]): Promise<Extension[]> {
  return Promise.all(
    names.map(async (name) => {
      const file = join(FOLDER, name, 'index.ts')
      if (!/^[a-z_]+$/.test(name) || !existsSync(file)) {
        throw new ConfigError(`POWERNODE_EXTENSIONS names ${name}, which is not in extensions/`)
      }
      const { default: extension } = (await import(file)) as { default: Extension }
      return extension
    }),
  )
}

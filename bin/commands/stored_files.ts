import { openModules } from '../../server/app.ts'
import type { Config } from '../../server/config.ts'
import type { StoredFiles } from '../../server/platform/backup/stored_files.ts'
import type { DeclaredEnvironment } from '../../server/platform/kernel/environment.ts'

/** The files outside the database that belong to an installation. */
export async function storedFilesOf(config: Config): Promise<StoredFiles | undefined> {
  const composition = await openModules(config)
  const environment = config.readDeclared(composition.environment) as DeclaredEnvironment
  return composition.storedFiles?.({ config, environment })
}

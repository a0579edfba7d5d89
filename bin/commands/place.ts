import type { Config } from '../../server/config.ts'
import { lockFolder } from '../../server/platform/data_folder.ts'
import { isInitialised, runningEmbedded, startEmbedded } from '../../server/platform/db/embedded.ts'
import { provePassword } from '../../server/platform/db/postgres_access.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { rejectWhenAborted, stopSignal } from './stop.ts'

/** For commands that look at what is there or change it: a mistyped folder must not become an installation. */
export async function requireInstallation({ DATABASE_URL, POWERNODE_DATA_DIR: dir }: Config) {
  if (DATABASE_URL || (await isInitialised(dir))) return
  throw new ConfigError(`There is no installation in ${dir}: correct POWERNODE_DATA_DIR`)
}

/**
 * Runs a command against the database: the given one, the embedded one that runs, or one started for it, which ends with
 * the command, also when that is interrupted.
 */
export async function withDatabase<T>(
  config: Config,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (config.DATABASE_URL) return work(config.DATABASE_URL)
  const dir = config.POWERNODE_DATA_DIR
  const url = await runningEmbedded(dir)
  if (url) {
    await provePassword(dir, url)
    return work(url)
  }
  const leave = lockFolder(dir)
  const stopping = stopSignal()
  try {
    const postgres = await startEmbedded(dir, true, stopping)
    try {
      await provePassword(dir, postgres.url)
      return await Promise.race([work(postgres.url), rejectWhenAborted(stopping)])
    } finally {
      await postgres.stop()
    }
  } catch (error) {
    throw stopping.aborted ? new ConfigError('Interrupted before it was done') : error
  } finally {
    leave()
  }
}

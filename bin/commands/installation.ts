import type { Config } from '../../server/config.ts'
import { lockFolder } from '../../server/platform/data_folder.ts'
import { isInitialised, runningEmbedded, startEmbedded } from '../../server/platform/db/embedded.ts'
import { verifyDatabasePassword } from '../../server/platform/db/postgres_password.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { rejectWhenAborted, stopSignal } from './stop.ts'

/** For commands on an existing installation: a mistyped folder must not become a new one. */
export async function requireInstallation({ DATABASE_URL, POWERNODE_DATA_DIR: dir }: Config) {
  if (DATABASE_URL || (await isInitialised(dir))) return
  throw new ConfigError(`There is no installation in ${dir}: correct POWERNODE_DATA_DIR`)
}

/**
 * Runs `work` with the database: the configured one, the running embedded one, or an embedded one that is started for this
 * command and stopped with it, also on an interruption.
 */
export async function withDatabase<T>(
  config: Config,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (config.DATABASE_URL) return work(config.DATABASE_URL)
  const dir = config.POWERNODE_DATA_DIR
  const url = await runningEmbedded(dir)
  if (url) {
    await verifyDatabasePassword(dir, url)
    return work(url)
  }
  const unlock = lockFolder(dir)
  const stopping = stopSignal()
  try {
    const postgres = await startEmbedded(dir, true, stopping)
    try {
      await verifyDatabasePassword(dir, postgres.url)
      return await Promise.race([work(postgres.url), rejectWhenAborted(stopping)])
    } finally {
      await postgres.stop()
    }
  } catch (error) {
    throw stopping.aborted ? new ConfigError('Interrupted before it was complete') : error
  } finally {
    unlock()
  }
}

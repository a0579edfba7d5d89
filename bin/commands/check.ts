import type { Config } from '../../server/config.ts'
import type { Database, openDatabase } from '../../server/platform/db/database.ts'
import type { ConfigError } from '../../server/platform/kernel/config_error.ts'

/** The installation that `doctor` checks. */
export interface Target {
  config: Config
  /** The database, or the reason why it is not available. */
  db: Database | ConfigError
  /** Its URL and connection pool, if it is available. */
  connection?: { url: string; pool: ReturnType<typeof openDatabase>['pool'] }
  minFreeGib: number
}

/** The problem and its fix; or something to consider, which does not make `doctor` fail; or nothing. */
export type Finding = string | { notice: string } | undefined

export interface Check {
  run(target: Target & { db: Database }): Promise<Finding> | Finding
  /** Checks that must pass before this one can run. */
  after?: string[]
}

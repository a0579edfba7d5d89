import type { FastifyBaseLogger as Logger } from 'fastify'
import type { Config } from '../../config.ts'
import type { GlobalTables } from '../db/context.ts'
import type { Database, Reading } from '../db/database.ts'
import type { DB } from '../db/rows.ts'
import { serialised } from '../db/serialised.ts'
import { compileStrict, type Validator } from '../http/validation.ts'
import { catalogue, type Settings } from './catalogue.ts'

const checks = new Map<string, Validator>()

function checkOf(name: string): Validator | undefined {
  const setting = catalogue[name]
  if (setting && !checks.has(name)) checks.set(name, compileStrict(setting.of))
  return checks.get(name)
}

/** The current settings, cached in memory. */
export interface SettingsStore {
  readonly values: Settings
  /** Reloads them after a change. */
  reload(): Promise<void>
}

export async function openSettings(
  db: Database,
  config: Config,
  log: Logger,
): Promise<SettingsStore> {
  let values = await readSettings(db, config, log)
  return {
    get values() {
      return values
    },
    reload: serialised(async () => {
      values = await readSettings(db, config, log)
    }),
  }
}

/** Reads the settings from the database. Values that are unknown to this version or invalid are ignored. */
export async function readSettings(
  db: Reading<DB> | Reading<GlobalTables>,
  config: Config,
  log: Logger,
): Promise<Settings> {
  const changed = await (db as Reading<DB>)
    .selectFrom('admin_settings')
    .distinctOn('name')
    .select(['name', 'new_value'])
    .orderBy('name')
    .orderBy('created_at', 'desc')
    .execute()
  const defaults = Object.entries(catalogue).map(
    ([name, { byDefault }]) => [name, byDefault(config)] as const,
  )
  const values = new Map<string, unknown>(defaults)
  for (const { name, new_value } of changed) {
    const fits = checkOf(name)?.(new_value)
    if (fits) values.set(name, new_value)
    else log.warn({ setting: name }, 'ignored a setting that is unknown or invalid')
  }
  return Object.freeze(Object.fromEntries(values)) as Settings
}

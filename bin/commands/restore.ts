import { migrationsWith } from '../../server/app.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { migrateOnce } from '../../server/main.ts'
import type { BackupFile } from '../../server/platform/backup/format.ts'
import { readBackup } from '../../server/platform/backup/reading.ts'
import { completeRestore, restoreBackup } from '../../server/platform/backup/restore.ts'
import { fingerprintOf } from '../../server/platform/crypto/vault.ts'
import { knownMigrations, type MigrationSet } from '../../server/platform/db/migrations.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { withDatabase } from './place.ts'
import { givenMasterKey, masterKeyFile } from './secrets.ts'

/** Loads a backup into an empty database and brings it to this version's schema. Interrupted, it is run again. */
export async function restoreCommand(file: string): Promise<void> {
  const config = readConfig()
  const backup = await readBackup(file)
  await requireItsKey(config, backup)
  const sets = await migrationsOf(backup)
  await refuseNewer(backup, sets)
  await withDatabase(config, async (url) => {
    const restored = await restoreBackup(url, backup, sets)
    const ran = await migrateOnce(config, url)
    await completeRestore(url)
    const { leftOut = [], tables = 0, rows = 0 } = restored ?? {}
    const lines = [
      restored
        ? `Restored ${tables} tables with ${rows.toLocaleString('en')} rows as they were at ${backup.header.created_at}`
        : 'The backup was loaded already; finished what was left',
      ...(ran.length > 0 ? [`Ran ${ran.join(', ')}`] : []),
      ...(leftOut.length > 0 ? [`Left out, being none of Powernode's: ${leftOut.join(', ')}`] : []),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  })
}

/** Without the key that the backup was made under nothing sealed in it can be opened again. */
async function requireItsKey(config: Config, { header }: BackupFile) {
  const wanted = header.master_key_fingerprint
  const given = await givenMasterKey(config)
  const has = given && fingerprintOf(given.secret)
  if (has === wanted) return
  const cure = config.DATABASE_URL
    ? 'set POWERNODE_MASTER_KEY to that one'
    : `copy that one to ${masterKeyFile(config)}, or set POWERNODE_MASTER_KEY`
  throw new ConfigError(
    `The backup belongs to the master key ${wanted}, ${has ? `this installation has ${has}` : 'and there is none here'}: ${cure}`,
  )
}

/** Those of the modules that the backup has tables of, whether or not they are to be loaded from now on. */
async function migrationsOf({ header }: BackupFile) {
  const names = Object.keys(header.migrations).filter(Boolean)
  try {
    return await migrationsWith(names)
  } catch {
    throw new ConfigError(
      `The backup holds data of the modules ${names.join(', ')}, which are not all in modules/ or extensions/: put them there first`,
    )
  }
}

async function refuseNewer({ header }: BackupFile, sets: MigrationSet[]) {
  const known = await knownMigrations(sets)
  for (const [list, names] of Object.entries(header.migrations)) {
    const newer = names.find((name) => !known[list]?.includes(name))
    if (!newer) continue
    throw new ConfigError(
      `The backup is of a newer schema (${newer}, Powernode ${header.product}): update Powernode first`,
    )
  }
}

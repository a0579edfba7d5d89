import { migrationsWith } from '../../server/app.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { migrateOnce } from '../../server/main.ts'
import type { BackupFile } from '../../server/platform/backup/format.ts'
import { readBackup } from '../../server/platform/backup/reading.ts'
import { completeRestore, restoreBackup } from '../../server/platform/backup/restore.ts'
import { restoreStoredFiles } from '../../server/platform/backup/stored_files.ts'
import { fingerprintOf } from '../../server/platform/crypto/vault.ts'
import { knownMigrations, type MigrationSet } from '../../server/platform/db/migrations.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { withDatabase } from './installation.ts'
import { configuredMasterKey, masterKeyFile } from './secrets.ts'
import { storedFilesOf } from './stored_files.ts'

/** Loads a backup into an empty database and migrates it. After an interruption, run it again. */
export async function restoreCommand(file: string): Promise<void> {
  const config = readConfig()
  const backup = await readBackup(file)
  await requireMasterKey(config, backup)
  const sets = await migrationsOf(backup)
  await refuseNewer(backup, sets)
  await withDatabase(config, async (url) => {
    const restored = await restoreBackup(url, backup, sets)
    const ran = await migrateOnce(config, url)
    const files = await storedFilesOf(config)
    const count = files ? await restoreStoredFiles(backup, files.root) : 0
    await completeRestore(url)
    const { leftOut = [], tables = 0, rows = 0 } = restored ?? {}
    const lines = [
      restored
        ? `Restored ${tables} tables with ${rows.toLocaleString('en')} rows as of ${backup.header.created_at}`
        : 'The backup was already loaded; completed the remaining migrations',
      ...(count > 0 ? [`Restored ${count.toLocaleString('en')} files to ${files?.root}`] : []),
      ...(ran.length > 0 ? [`Ran ${ran.join(', ')}`] : []),
      ...(leftOut.length > 0
        ? [`Left out tables that are not part of Powernode: ${leftOut.join(', ')}`]
        : []),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  })
}

/** The secrets in a backup can be decrypted only with the master key of its installation. */
async function requireMasterKey(config: Config, { header }: BackupFile) {
  const required = header.master_key_fingerprint
  const configured = await configuredMasterKey(config)
  const present = configured && fingerprintOf(configured.secret)
  if (present === required) return
  const fix = config.DATABASE_URL
    ? 'set POWERNODE_MASTER_KEY to that key'
    : `copy that key to ${masterKeyFile(config)}, or set POWERNODE_MASTER_KEY`
  throw new ConfigError(
    `The backup belongs to the master key ${required}, ${present ? `this installation has ${present}` : 'and none is set here'}: ${fix}`,
  )
}

/** The migrations of all modules that have tables in the backup, even if these modules will not be loaded. */
async function migrationsOf({ header }: BackupFile) {
  const names = Object.keys(header.migrations).filter(Boolean)
  try {
    return await migrationsWith(names)
  } catch {
    throw new ConfigError(
      `The backup contains data of the modules ${names.join(', ')}, which are not all in modules/ or extensions/: put them there first`,
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

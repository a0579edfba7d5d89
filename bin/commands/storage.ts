import { verifyStorage } from '@powernode/modules/files/domains/storage/verification.ts'
import { openModules } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openVault } from '../../server/platform/crypto/vault.ts'
import { openDatabase } from '../../server/platform/db/database.ts'
import type { DeclaredEnvironment } from '../../server/platform/kernel/environment.ts'
import { requireInstallation, withDatabase } from './installation.ts'
import { openMasterKey } from './master_key.ts'

/** Compares the files of all accounts with the database, and prints each difference. */
export async function verifyStorageCommand({ deep }: { deep?: boolean }): Promise<void> {
  const config = readConfig()
  await requireInstallation(config)
  const composition = await openModules(config)
  const environment = config.readDeclared(composition.environment) as DeclaredEnvironment
  await withDatabase(config, async (url) => {
    const vault = openVault(await openMasterKey(config, url))
    const source = { config, environment, vault }
    const { db } = openDatabase(url, 1)
    let differences = 0
    try {
      for await (const { account_id, storage_id, problem } of verifyStorage(db, source, deep)) {
        differences++
        process.stdout.write(`✗ account ${account_id}, storage ${storage_id}: ${problem}\n`)
      }
    } finally {
      await db.destroy()
    }
    if (differences === 0) process.stdout.write(`✓ All storages agree with the database\n`)
    else process.exitCode = 1
  })
}

import { storageRoot } from '@powernode/modules/files/domains/storage/drivers.ts'
import { verifyStorage } from '@powernode/modules/files/domains/storage/verification.ts'
import { openModules } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/platform/db/database.ts'
import type { DeclaredEnvironment } from '../../server/platform/kernel/environment.ts'
import { requireInstallation, withDatabase } from './installation.ts'

/** Compares the files of all accounts with the database, and prints each difference. */
export async function verifyStorageCommand({ deep }: { deep?: boolean }): Promise<void> {
  const config = readConfig()
  await requireInstallation(config)
  const composition = await openModules(config)
  const environment = config.readDeclared(composition.environment) as DeclaredEnvironment
  const root = storageRoot({ config, environment })
  await withDatabase(config, async (url) => {
    const { db } = openDatabase(url, 1)
    let differences = 0
    try {
      for await (const { account_id, storage_id, problem } of verifyStorage(db, root, deep)) {
        differences++
        process.stdout.write(`✗ account ${account_id}, storage ${storage_id}: ${problem}\n`)
      }
    } finally {
      await db.destroy()
    }
    if (differences === 0) process.stdout.write(`✓ The files in ${root} agree with the database\n`)
    else process.exitCode = 1
  })
}

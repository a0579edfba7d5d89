import { openModules } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/platform/db/database.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { requireInstallation, withDatabase } from './installation.ts'

/** Compares the books of all accounts, as of one moment, and prints each difference. */
export async function verifyBooksCommand(): Promise<void> {
  const config = readConfig()
  await requireInstallation(config)
  const { domains } = await openModules(config)
  const verifications = domains.flatMap(({ verify }) => verify ?? [])
  if (verifications.length === 0) {
    throw new ConfigError('No loaded module has books: add business to POWERNODE_EXTENSIONS')
  }
  await withDatabase(config, async (url) => {
    const { db } = openDatabase(url, 1)
    let differences = 0
    try {
      await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (trx) => {
          for (const verify of verifications) {
            for await (const { check, account_id, subject, expected, actual } of verify(trx)) {
              differences++
              const owner = account_id ? `account ${account_id}, ` : ''
              const values = `expected ${expected}, found ${actual}`
              process.stdout.write(`✗ ${check}: ${owner}${subject}: ${values}\n`)
            }
          }
        })
    } finally {
      await db.destroy()
    }
    if (differences === 0) process.stdout.write('✓ The books agree\n')
    else process.exitCode = 1
  })
}

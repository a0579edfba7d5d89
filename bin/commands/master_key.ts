import { randomBytes } from 'node:crypto'
import type { Config } from '../../server/config.ts'
import { sealedSample, verifyMasterKey } from '../../server/platform/crypto/master_key.ts'
import { writeSecret } from '../../server/platform/data_folder.ts'
import { type Database, openDatabase } from '../../server/platform/db/database.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { configuredMasterKey, masterKeyFile, RESTORE_MASTER_KEY } from './secrets.ts'

/**
 * The master key that encrypts stored secrets, verified against the database. Generated on first use, but never for a
 * database that already contains encrypted secrets. Throws ConfigError.
 */
export async function openMasterKey(config: Config, databaseUrl: string): Promise<Buffer> {
  const configured = await configuredMasterKey(config)
  const { db } = openDatabase(databaseUrl, 1)
  try {
    if (configured) await verifyMasterKey(db, configured.secret, configured.source)
    return configured?.secret ?? (await generateMasterKey(config, db))
  } finally {
    await db.destroy()
  }
}

async function generateMasterKey(config: Config, db: Database) {
  const path = masterKeyFile(config)
  if (await sealedSample(db)) {
    throw new ConfigError(
      `${path} is missing, and the database contains secrets that need it: ${RESTORE_MASTER_KEY}`,
    )
  }
  const key = randomBytes(32)
  await writeSecret(path, key.toString('base64'))
  return key
}

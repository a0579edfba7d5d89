import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigError } from '../../server/config.ts'
import { openVault } from '../../server/platform/crypto/vault.ts'
import { openDatabase } from '../../server/platform/db/database.ts'

/** The master key of this installation if it has one. Unlike `masterKeyOf` it never makes one. */
export function knownMasterKey(config: Config): Buffer | undefined {
  if (config.POWERNODE_MASTER_KEY || config.DATABASE_URL) return config.POWERNODE_MASTER_KEY
  try {
    return Buffer.from(readFileSync(keyFile(config), 'utf8'), 'base64')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

export const keyFile = (config: Config) => join(config.POWERNODE_DATA_DIR, 'master.key')

/** Refuses a key that does not open what is sealed in the database. */
export async function requireFittingKey(url: string, masterKey: Buffer): Promise<void> {
  const { db } = openDatabase(url, 1)
  try {
    const key = await db
      .selectFrom('signing_keys')
      .select('sealed_secret')
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (key) openVault(masterKey).open(key.sealed_secret)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '42P01') return // the database has no tables yet
    if (code) throw error
    throw new ConfigError(
      'The master key does not open the secrets of this database: set POWERNODE_MASTER_KEY to the key it began with',
    )
  } finally {
    await db.destroy()
  }
}

import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { ConfigError } from '../kernel/config_error.ts'
import { fingerprintOf, openVault, type Vault } from './vault.ts'

const UNDEFINED_TABLE = '42P01'

/** A secret encrypted with the master key. Every database has one after its first start. */
export async function sealedSample(db: Database): Promise<Buffer | undefined> {
  try {
    const { rows } = await sql<{ secret: Buffer }>`
      select sealed_secret as secret from signing_keys order by created_at desc limit 1`.execute(db)
    return rows[0]?.secret
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return undefined
    throw error
  }
}

/** Throws ConfigError if `masterKey`, which came from `source`, cannot decrypt the secrets of the database. */
export async function verifyMasterKey(
  db: Database,
  masterKey: Buffer,
  source: string,
): Promise<void> {
  const fingerprint = fingerprintOf(masterKey)
  await verifyVault(db, openVault(masterKey), `${source} (fingerprint ${fingerprint})`)
}

/** The same for an open vault. */
export async function verifyVault(
  db: Database,
  vault: Vault,
  source = 'POWERNODE_MASTER_KEY',
): Promise<void> {
  const secret = await sealedSample(db)
  if (!secret) return
  try {
    vault.open(secret)
  } catch {
    throw new ConfigError(
      `${source} cannot decrypt the secrets of this database: use the key it was created with`,
    )
  }
}

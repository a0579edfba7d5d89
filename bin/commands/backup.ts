import { resolve } from 'node:path'
import { ConfigError, readConfig } from '../../server/config.ts'
import { takeBackup } from '../../server/platform/backup/backup.ts'
import { fingerprintOf } from '../../server/platform/crypto/vault.ts'
import { version } from '../../server/platform/http/openapi.ts'
import { keyFile, knownMasterKey, requireFittingKey } from './master_key.ts'
import { withDatabase } from './place.ts'

/** Writes the whole installation to one file, while it serves or while it is stopped. */
export async function backupCommand(file: string): Promise<void> {
  const config = readConfig()
  const masterKey = knownMasterKey(config)
  if (!masterKey) {
    throw new ConfigError(
      config.DATABASE_URL
        ? 'POWERNODE_MASTER_KEY is needed with DATABASE_URL: the backup notes which key belongs to it'
        : `${keyFile(config)} is missing: run this where Powernode keeps its data, or put the key back`,
    )
  }
  const fingerprint = fingerprintOf(masterKey)
  const taken = await withDatabase(config, async (url) => {
    await requireFittingKey(url, masterKey)
    return takeBackup(url, { path: resolve(file), product: version, fingerprint })
  })
  const [tables, rows, bytes] = [taken.tables, taken.rows, taken.bytes].map((number) =>
    number.toLocaleString('en'),
  )
  process.stdout.write(
    `Wrote ${file}: ${tables} tables, ${rows} rows, ${bytes} bytes. The master key ${fingerprint} is not in it: keep it safe elsewhere\n`,
  )
}

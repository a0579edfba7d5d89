import { resolve } from 'node:path'
import { version } from '@powernode/contract/version.ts'
import { readConfig } from '../../server/config.ts'
import { takeBackup } from '../../server/platform/backup/backup.ts'
import { fingerprintOf } from '../../server/platform/crypto/vault.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { requireInstallation, withDatabase } from './installation.ts'
import { openMasterKey } from './master_key.ts'
import { configuredMasterKey, masterKeyFile } from './secrets.ts'

/** Writes the whole installation to one file, while it runs or is stopped. */
export async function backupCommand(file: string): Promise<void> {
  const config = readConfig()
  await requireInstallation(config)
  const configured = await configuredMasterKey(config)
  if (!configured) {
    throw new ConfigError(
      `${masterKeyFile(config)} is missing: run this in the folder where Powernode keeps its data, or put the key back`,
    )
  }
  const fingerprint = fingerprintOf(configured.secret)
  const taken = await withDatabase(config, async (url) => {
    await openMasterKey(config, url)
    return takeBackup(url, { path: resolve(file), product: version, fingerprint })
  })
  const [tables, rows, bytes] = [taken.tables, taken.rows, taken.bytes].map((number) =>
    number.toLocaleString('en'),
  )
  process.stdout.write(
    `Wrote ${file}: ${tables} tables, ${rows} rows, ${bytes} bytes. The master key ${fingerprint} is not in it: keep it safe elsewhere\n`,
  )
}

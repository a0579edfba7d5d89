import { resolve } from 'node:path'
import { version } from '@powernode/contract/version.ts'
import { readConfig } from '../../server/config.ts'
import { takeBackup } from '../../server/platform/backup/backup.ts'
import { fingerprintOf } from '../../server/platform/crypto/vault.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { requireInstallation, withDatabase } from './installation.ts'
import { openMasterKey } from './master_key.ts'
import { configuredMasterKey, masterKeyFile } from './secrets.ts'
import { storedFilesOf } from './stored_files.ts'

/** Writes the whole installation to one file, while it runs or is stopped. */
export async function backupCommand(
  file: string,
  { files: withFiles }: { files: boolean },
): Promise<void> {
  const config = readConfig()
  await requireInstallation(config)
  const configured = await configuredMasterKey(config)
  if (!configured) {
    throw new ConfigError(
      `${masterKeyFile(config)} is missing: run this in the folder where Powernode keeps its data, or put the key back`,
    )
  }
  const fingerprint = fingerprintOf(configured.secret)
  const files = withFiles ? await storedFilesOf(config) : undefined
  const taken = await withDatabase(config, async (url) => {
    await openMasterKey(config, url)
    return takeBackup(url, { path: resolve(file), product: version, fingerprint, files })
  })
  const count = (of: 'tables' | 'rows' | 'files' | 'missing_files' | 'bytes') =>
    taken[of].toLocaleString('en')
  if (taken.missing_files > 0) {
    process.stdout.write(
      `✗ ${count('missing_files')} files were not on the disk: powernode storage verify names them\n`,
    )
  }
  process.stdout.write(
    `Wrote ${file}: ${count('tables')} tables, ${count('rows')} rows, ${count('files')} files, ${count('bytes')} bytes. The master key ${fingerprint} is not in it: keep it safe elsewhere\n`,
  )
}

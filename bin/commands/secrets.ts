import { join } from 'node:path'
import { parseWorkerToken } from '@powernode/contract/environment.ts'
import { type Config, parseMasterKey } from '../../server/config.ts'
import { randomSecret } from '../../server/platform/crypto/vault.ts'
import { makeFolder, readSecret, writeSecret } from '../../server/platform/data_folder.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'

/** Backups of the database do not contain the key, so they are no place to look for it. */
export const RESTORE_MASTER_KEY =
  'put back the copy that you keep apart from the backups, which do not contain it, or set POWERNODE_MASTER_KEY to it'

/** A secret and its source: the name of a setting or the path of a file. */
interface ConfiguredSecret<T> {
  secret: T
  source: string
}

/** The master key from the settings or the data folder. With DATABASE_URL it must be set. */
export async function configuredMasterKey(
  config: Config,
): Promise<ConfiguredSecret<Buffer> | undefined> {
  const { POWERNODE_MASTER_KEY: secret, DATABASE_URL } = config
  if (secret) return { secret, source: 'POWERNODE_MASTER_KEY' }
  if (DATABASE_URL) {
    throw new ConfigError(
      'POWERNODE_MASTER_KEY is needed with DATABASE_URL (openssl rand -base64 32)',
    )
  }
  return readStored(masterKeyFile(config), parseMasterKey, RESTORE_MASTER_KEY)
}

export function masterKeyFile({ POWERNODE_DATA_DIR }: Config): string {
  return join(POWERNODE_DATA_DIR, 'master.key')
}

/** The token of the built-in worker, generated on first use. */
export async function openWorkerToken(config: Config): Promise<string> {
  const configured = await configuredWorkerToken(config)
  if (configured) return configured.secret
  const token = randomSecret('swt_')
  makeFolder(config.POWERNODE_DATA_DIR)
  await writeSecret(workerTokenFile(config), token)
  return token
}

/** The token from the settings or the data folder. */
export async function configuredWorkerToken(
  config: Config,
): Promise<ConfiguredSecret<string> | undefined> {
  const { WORKER_TOKEN: secret } = config
  if (secret) return { secret, source: 'WORKER_TOKEN' }
  const fix = 'delete it, and the next start generates a new one'
  return readStored(workerTokenFile(config), parseWorkerToken, fix)
}

function workerTokenFile({ POWERNODE_DATA_DIR }: Config) {
  return join(POWERNODE_DATA_DIR, 'worker.token')
}

/** Reads a secret from a file, if the file exists. */
async function readStored<T>(
  path: string,
  parse: (text: string) => T,
  fix: string,
): Promise<ConfiguredSecret<T> | undefined> {
  const text = await readSecret(path)
  if (text === undefined) return undefined
  if (text === '') throw new ConfigError(`${path} is empty: ${fix}`)
  try {
    return { secret: parse(text), source: path }
  } catch (error) {
    throw new ConfigError(`${path} is damaged, it ${(error as Error).message}: ${fix}`)
  }
}

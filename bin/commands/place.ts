import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, ConfigError } from '../../server/config.ts'
import { newSecret } from '../../server/platform/crypto/vault.ts'
import { explain, runningEmbedded, runs, startEmbedded } from '../../server/platform/db/embedded.ts'

/** A secret that is made on first use and kept in the data folder, readable by its owner only. */
function kept(config: Config, name: string, make: () => string): string {
  const path = join(config.POWERNODE_DATA_DIR, name)
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const secret = make()
  mkdirSync(config.POWERNODE_DATA_DIR, { recursive: true, mode: 0o711 })
  writeFileSync(path, secret, { mode: 0o600, flag: 'wx' })
  return secret
}

/** The key that secrets at rest are sealed under. Next to somebody else's database it must be given. */
export function masterKeyOf(config: Config): Buffer {
  if (config.POWERNODE_MASTER_KEY) return config.POWERNODE_MASTER_KEY
  if (config.DATABASE_URL) {
    throw new ConfigError(
      'POWERNODE_MASTER_KEY is needed with DATABASE_URL (openssl rand -base64 32)',
    )
  }
  return Buffer.from(
    kept(config, 'master.key', () => randomBytes(32).toString('base64')),
    'base64',
  )
}

export function workerTokenOf(config: Config): string {
  return config.WORKER_TOKEN ?? kept(config, 'worker.token', () => newSecret('swt_'))
}

/** Claims the data folder for this process; a second `up` in it would take the first one's database away. */
export async function claimPlace(config: Config): Promise<() => void> {
  const path = join(config.POWERNODE_DATA_DIR, 'up.pid')
  await mkdir(config.POWERNODE_DATA_DIR, { recursive: true, mode: 0o711 }).catch(explain)
  const owner = Number(await readFile(path, 'utf8').catch(() => '0'))
  if (owner && owner !== process.pid && (await runs(owner, 'powernode'))) {
    throw new ConfigError(
      `Powernode is already running in ${config.POWERNODE_DATA_DIR} (process ${owner})`,
    )
  }
  await writeFile(path, String(process.pid)).catch(explain)
  return () => rmSync(path, { force: true })
}

/** Runs a command against the database: the given one, the embedded one that runs, or one started for it. */
export async function withDatabase<T>(
  config: Config,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  const url = config.DATABASE_URL ?? (await runningEmbedded(config.POWERNODE_DATA_DIR))
  if (url) return work(url)
  const postgres = await startEmbedded(config.POWERNODE_DATA_DIR)
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { version } from '../http/openapi.ts'
import type { Platform } from '../kernel/platform.ts'
import type { BackupOptions, BackupTaken } from './backup.ts'
import { BackupError } from './format.ts'

/** What the thread is given, and what it says when it ends. */
export type BackupThreadInput = { url: string; options: BackupOptions }
export type BackupThreadResult = { taken: BackupTaken } | { failure: string }

/**
 * Takes a backup of the running server in a thread of its own, so that requests are answered meanwhile. When the server
 * stops it is given up, and leaves an unfinished file.
 */
export async function takeBackupInThread(platform: Platform, path: string): Promise<BackupTaken> {
  const { pool, vault, stopping } = platform
  stopping.throwIfAborted()
  const workerData: BackupThreadInput = {
    url: pool.options.connectionString ?? '',
    options: { path, product: version, fingerprint: vault.fingerprint },
  }
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData })
  const stop = () => void thread.terminate()
  stopping.addEventListener('abort', stop, { once: true })
  let said: BackupThreadResult | undefined
  thread.on('message', (message: BackupThreadResult) => {
    said = message
  })
  try {
    await once(thread, 'exit') // rejects where the thread throws
  } finally {
    stopping.removeEventListener('abort', stop)
  }
  if (said && 'taken' in said) return said.taken
  throw new BackupError(said?.failure ?? 'The server stopped before the backup was complete')
}

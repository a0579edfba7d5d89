import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { CODE } from '@powernode/contract/code_files.ts'
import { version } from '@powernode/contract/version.ts'
import type { Platform } from '../kernel/platform.ts'
import type { BackupOptions, BackupTaken } from './backup.ts'
import { BackupError } from './format.ts'
import type { StoredFiles } from './stored_files.ts'

/** The input of the thread, and the message it posts when it ends. */
export type BackupThreadInput = { url: string; options: BackupOptions }
export type BackupThreadResult = { taken: BackupTaken } | { failure: string }

/**
 * Takes a backup of the running server in a separate thread, so that requests are served meanwhile. If the server stops,
 * the backup is aborted and leaves an unfinished file.
 */
export async function takeBackupInThread(
  platform: Platform,
  path: string,
  files: StoredFiles | undefined,
): Promise<BackupTaken> {
  const { pool, vault, stopping } = platform
  stopping.throwIfAborted()
  const workerData: BackupThreadInput = {
    url: pool.options.connectionString ?? '',
    options: { path, product: version, fingerprint: vault.fingerprint, files },
  }
  const thread = new Worker(new URL(`./thread${CODE}`, import.meta.url), { workerData })
  const stop = () => void thread.terminate()
  stopping.addEventListener('abort', stop, { once: true })
  let result: BackupThreadResult | undefined
  thread.on('message', (message: BackupThreadResult) => {
    result = message
  })
  try {
    await once(thread, 'exit') // rejects if the thread throws
  } finally {
    stopping.removeEventListener('abort', stop)
  }
  if (result && 'taken' in result) return result.taken
  throw new BackupError(result?.failure ?? 'The server stopped before the backup was complete')
}

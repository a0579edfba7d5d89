import type { Config } from '../../server/config.ts'
import { type Running, startServer } from '../../server/main.ts'
import { verifyDatabasePassword } from '../../server/platform/db/postgres_password.ts'
import { freeMemoryAfterStart } from './free_memory.ts'
import { openMasterKey } from './master_key.ts'
import { REPLACED } from './server_processes.ts'
import type { Report } from './startup_report.ts'
import { stopSignal, untilAborted } from './stop.ts'

/** Runs the server in this process until a stop signal, or until another process has replaced it. */
export async function serve(
  config: Config,
  databaseUrl: string,
  report: (message: Report) => void,
): Promise<void> {
  const stopping = stopSignal()
  const replaced = new AbortController()
  process.on('message', (message) => message === REPLACED && replaced.abort())
  let running: Running | undefined
  stopping.addEventListener('abort', () => {
    if (!running) process.exit(0) // no requests are served yet; PostgreSQL rolls back open transactions
  })
  if (!config.DATABASE_URL) await verifyDatabasePassword(config.POWERNODE_DATA_DIR, databaseUrl)
  const masterKey = await openMasterKey(config, databaseUrl)
  running = await startServer(config, { databaseUrl, masterKey }, (firstAdmin) =>
    report({ firstAdmin }),
  )
  report({ ready: { url: running.url, localUrl: running.localUrl } })
  freeMemoryAfterStart()
  await untilAborted(AbortSignal.any([stopping, replaced.signal]))
  await running.close(stopping.aborted ? 'stopping' : 'replaced')
}

import { readEnvironment } from '@powernode/contract/environment.ts'
import { readConfig } from '../../server/config.ts'
import { type Running, startServer } from '../../server/main.ts'
import { explainDatabase } from '../../server/platform/db/explanation.ts'
import { verifyDatabasePassword } from '../../server/platform/db/postgres_password.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { freeMemoryAfterStart } from './free_memory.ts'
import { openMasterKey } from './master_key.ts'
import { EMBEDDED_DATABASE, firstAdminLines, type Report } from './startup_report.ts'
import { stopSignal, untilAborted } from './stop.ts'

/** Runs the server in this process. If `up` started it, it reports to `up` and stops when `up` exits. */
export async function server(): Promise<void> {
  const config = readConfig()
  const embedded = readEnvironment()[EMBEDDED_DATABASE]
  const databaseUrl = config.DATABASE_URL ?? embedded
  if (!databaseUrl) {
    throw new ConfigError(
      'DATABASE_URL is not set: set it, or run `powernode up` for an embedded PostgreSQL',
    )
  }
  const stopping = stopSignal()
  let running: Running | undefined
  stopping.addEventListener('abort', () => {
    if (!running) process.exit(0) // no requests are served yet; PostgreSQL rolls back open transactions
  })
  try {
    if (embedded) await verifyDatabasePassword(config.POWERNODE_DATA_DIR, embedded)
    const masterKey = await openMasterKey(config, databaseUrl)
    running = await startServer(config, { databaseUrl, masterKey }, (firstAdmin) => {
      // Standard output is the log, which must not contain the password.
      if (process.send) report({ firstAdmin })
      else process.stderr.write(firstAdminLines(firstAdmin))
    })
    report({ ready: { url: running.url, localUrl: running.localUrl } })
    freeMemoryAfterStart()
    await untilAborted(stopping)
    await running.close()
    process.exit(0)
  } catch (error) {
    const explained = error instanceof ConfigError ? error : explainDatabase(error)
    if (!process.send || !explained) throw explained ?? error
    report({ failure: explained.message })
    process.exit(1)
  }
}

function report(message: Report) {
  process.send?.(message)
}

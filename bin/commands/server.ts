import cluster from 'node:cluster'
import { readEnvironment } from '@powernode/contract/environment.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { type Running, startServer } from '../../server/main.ts'
import { explainDatabase } from '../../server/platform/db/explanation.ts'
import { verifyDatabasePassword } from '../../server/platform/db/postgres_password.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { freeMemoryAfterStart } from './free_memory.ts'
import { openMasterKey } from './master_key.ts'
import { REPLACED, runServerProcesses } from './server_processes.ts'
import { EMBEDDED_DATABASE, firstAdminLines, type Report } from './startup_report.ts'
import { stopSignal, untilAborted } from './stop.ts'

/**
 * Runs the server in this process, or in as many processes as SERVER_PROCESSES says. If another process started it, it
 * reports to that one and stops when it exits.
 */
export async function server(): Promise<void> {
  const config = readConfig()
  const databaseUrl = config.DATABASE_URL ?? readEnvironment()[EMBEDDED_DATABASE]
  if (!databaseUrl) {
    throw new ConfigError(
      'DATABASE_URL is not set: set it, or run `powernode up` for an embedded PostgreSQL',
    )
  }
  const several = config.SERVER_PROCESSES > 1 && cluster.isPrimary
  try {
    if (several) await runServerProcesses(config.SERVER_PROCESSES, report)
    else await serve(config, databaseUrl)
    process.exit(0)
  } catch (error) {
    const explained = error instanceof ConfigError ? error : explainDatabase(error)
    if (!process.send || !explained) throw explained ?? error
    report({ failure: explained.message })
    process.exit(1)
  }
}

async function serve(config: Config, databaseUrl: string) {
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

/** Reports to the process that started this one; otherwise prints the password of the first administrator. */
function report(message: Report) {
  if (process.send) process.send(message)
  // Standard output is the log, which must not contain the password.
  else if (message.firstAdmin) process.stderr.write(firstAdminLines(message.firstAdmin))
}

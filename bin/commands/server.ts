import cluster from 'node:cluster'
import { readEnvironment } from '@powernode/contract/environment.ts'
import { readConfig } from '../../server/config.ts'
import { explainDatabase } from '../../server/platform/db/explanation.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { EMBEDDED_DATABASE, firstAdminLines, type Report } from './startup_report.ts'

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
  try {
    // The process that starts the others does not load the server.
    if (config.SERVER_PROCESSES > 1 && cluster.isPrimary)
      await (await import('./server_processes.ts')).runServerProcesses(config, report)
    else await (await import('./server_process.ts')).serve(config, databaseUrl, report)
    process.exit(0)
  } catch (error) {
    const explained = error instanceof ConfigError ? error : explainDatabase(error)
    if (!process.send || !explained) throw explained ?? error
    report({ failure: explained.message })
    process.exit(1)
  }
}

/** Reports to the process that started this one; otherwise prints the password of the first administrator. */
function report(message: Report) {
  if (process.send) process.send(message)
  // Standard output is the log, which must not contain the password.
  else if (message.firstAdmin) process.stderr.write(firstAdminLines(message.firstAdmin))
}

import { readConfig } from '../../server/config.ts'
import { type Running, startServer } from '../../server/main.ts'
import { explainDatabase } from '../../server/platform/db/explanation.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { firstAdminLines, type Report } from './announce.ts'
import { masterKeyOf } from './secrets.ts'
import { stopSignal, untilAborted } from './stop.ts'

/** Runs the server in this process. Started by `up`, it reports to it and stops when it is gone. */
export async function server(): Promise<void> {
  const config = readConfig()
  const { DATABASE_URL: databaseUrl } = config
  if (!databaseUrl) {
    throw new ConfigError(
      'DATABASE_URL is not set: give one, or run `powernode up` for an embedded PostgreSQL',
    )
  }
  const stopping = stopSignal()
  let running: Running | undefined
  stopping.addEventListener('abort', () => {
    if (!running) process.exit(0) // nothing is being served; PostgreSQL rolls back what was begun
  })
  try {
    const masterKey = await masterKeyOf(config, databaseUrl)
    running = await startServer(config, { databaseUrl, masterKey }, (firstAdmin) => {
      // Standard output is the log; the password is for the operator's eyes.
      if (process.send) report({ firstAdmin })
      else process.stderr.write(firstAdminLines(firstAdmin))
    })
    report({ ready: { url: running.url, localUrl: running.localUrl } })
    await untilAborted(stopping)
    await running.close()
    process.exit(0)
  } catch (error) {
    const plain = error instanceof ConfigError ? error : explainDatabase(error)
    if (!process.send || !plain) throw plain ?? error
    report({ failure: plain.message })
    process.exit(1)
  }
}

function report(message: Report) {
  process.send?.(message)
}

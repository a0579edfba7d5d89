import { ConfigError, readConfig } from '../../server/config.ts'
import { startServer } from '../../server/main.ts'
import { explainDatabase } from '../../server/platform/db/explanation.ts'
import { masterKeyOf } from './place.ts'
import { untilAskedToStop } from './stop.ts'

/** Runs the server in this process. Started by `up`, it reports to it and stops when it is gone. */
export async function server(): Promise<void> {
  const config = readConfig()
  if (!config.DATABASE_URL) {
    throw new ConfigError(
      'DATABASE_URL is not set: give one, or run `powernode up` for an embedded PostgreSQL',
    )
  }
  const where = { databaseUrl: config.DATABASE_URL, masterKey: masterKeyOf(config) }
  try {
    const running = await startServer(config, where)
    process.send?.({ url: running.url, firstAdmin: running.firstAdmin })
    await untilAskedToStop()
    await running.close()
    process.exit(0)
  } catch (error) {
    const plain = error instanceof ConfigError ? error : explainDatabase(error)
    if (!process.send || !plain) throw plain ?? error
    process.send({ failure: plain.message })
    process.exit(1)
  }
}

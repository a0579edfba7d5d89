import { type Environment, readEnvironment } from '@powernode/contract/environment.ts'
import { TERMINAL_LOG } from '@powernode/contract/terminal_log.ts'
import { readConfig } from '../../server/config.ts'
import { lockFolder } from '../../server/platform/data_folder.ts'
import { readProcessConfig } from '../../worker/config.ts'
import { keepRunning } from './child.ts'
import { keepPostgres } from './postgres.ts'
import { openWorkerToken } from './secrets.ts'
import { EMBEDDED_DATABASE, readyLines } from './startup_report.ts'
import { rejectWhenAborted, stopSignal, untilAborted } from './stop.ts'

const STOP_MS = 15_000
/** Shorter while it starts, because no requests are served yet. */
const STOP_STARTING_MS = 3000

interface Stoppable {
  stop(timeoutMs: number): Promise<void>
}

/** Starts PostgreSQL, server and worker, restarts each when it dies, and stops them in reverse order. */
export async function up(): Promise<void> {
  const config = readConfig()
  const environment = readEnvironment()
  const stopping = stopSignal()
  const unlock = lockFolder(config.POWERNODE_DATA_DIR)
  const running: Stoppable[] = []
  let timeout = STOP_STARTING_MS
  try {
    const WORKER_TOKEN = await openWorkerToken(config)
    checkWorker({ ...environment, WORKER_TOKEN })
    const postgres = config.DATABASE_URL
      ? undefined
      : await keepPostgres(config.POWERNODE_DATA_DIR, stopping)
    if (postgres) running.push(postgres)
    const output = { ...process.env, [TERMINAL_LOG]: environment.LOG_LEVEL ? '' : '1' }
    const server = keepRunning('server', {
      ...output,
      [EMBEDDED_DATABASE]: postgres?.url,
      WORKER_TOKEN,
      DRAIN_SECONDS: environment.DRAIN_SECONDS || '0',
    })
    running.push(server)
    const { url, localUrl } = await Promise.race([server.ready, rejectWhenAborted(stopping)])
    process.stdout.write(readyLines(url, config, environment.LOG_LEVEL))
    timeout = STOP_MS
    const BACKEND_API_URL = environment.BACKEND_API_URL || localUrl
    running.push(keepRunning('worker', { ...output, WORKER_TOKEN, BACKEND_API_URL }))
    await untilAborted(stopping)
  } catch (error) {
    if (!stopping.aborted) throw error
  } finally {
    for (const process of running.reverse()) await process.stop(timeout)
    unlock()
  }
  process.exit(0)
}

/** Refuses invalid worker settings here, because a worker that cannot start would be restarted forever. */
function checkWorker(environment: Environment) {
  const BACKEND_API_URL = environment.BACKEND_API_URL || 'http://localhost'
  readProcessConfig({ ...environment, BACKEND_API_URL })
}

import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbedded } from '../../server/platform/db/embedded.ts'

const RESTART_MS = 1000

/**
 * Starts the embedded PostgreSQL, and restarts it on the same port when it dies. Once `signal` is aborted it is no longer
 * restarted, and runs until `stop`.
 */
export async function keepPostgres(dir: string, signal: AbortSignal) {
  const stopped = new AbortController()
  const stopping = AbortSignal.any([signal, stopped.signal])
  let postgres = await startEmbedded(dir, true, stopping)
  const watching = watch()

  async function watch() {
    while (!stopping.aborted) {
      await postgres.exited
      if (!stopping.aborted) await restart()
    }
  }

  async function restart() {
    process.stderr.write('powernode: PostgreSQL stopped; restarting it\n')
    try {
      postgres = await startEmbedded(dir, true, stopping)
    } catch (error) {
      if (stopping.aborted) return
      process.stderr.write(`powernode: ${(error as Error).message}\n`)
      await sleep(RESTART_MS) // its last processes may still lock the data for a moment
    }
  }

  return {
    url: postgres.url,
    async stop(timeoutMs?: number) {
      stopped.abort()
      await postgres.stop(timeoutMs)
      await watching
      await postgres.stop(timeoutMs) // one that a restart has just started
    },
  }
}

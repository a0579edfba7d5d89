import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbedded } from '../../server/platform/db/embedded.ts'

const RESTART_MS = 1000

/**
 * Starts the embedded PostgreSQL, and starts it again on the same port when it dies, so that the server finds it. Once
 * `signal` aborts it is not started again, and goes on until `stop`.
 */
export async function keepPostgres(dir: string, signal: AbortSignal) {
  const ended = new AbortController()
  const over = AbortSignal.any([signal, ended.signal])
  let postgres = await startEmbedded(dir, true, over)
  const watching = watch()

  async function watch() {
    while (!over.aborted) {
      await postgres.exited
      if (!over.aborted) await startAgain()
    }
  }

  async function startAgain() {
    process.stderr.write('powernode: PostgreSQL stopped; starting it again\n')
    try {
      postgres = await startEmbedded(dir, true, over)
    } catch (error) {
      if (over.aborted) return
      process.stderr.write(`powernode: ${(error as Error).message}\n`)
      await sleep(RESTART_MS) // its last processes may still hold the data; they are soon gone
    }
  }

  return {
    url: postgres.url,
    async stop(patienceMs?: number) {
      ended.abort()
      await postgres.stop(patienceMs)
      await watching
      await postgres.stop(patienceMs) // one that has just become ready
    },
  }
}

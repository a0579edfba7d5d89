import { availableParallelism } from 'node:os'
import { requestsPerSecond } from './children.ts'
import type { Installation } from './installation.ts'
import { type Measurement, measureAlternately } from './measurement.ts'

const ROUNDS = 3
const SECONDS = 5
const WARM_UP_SECONDS = 3
const TARGET = 1.7
/** Two for the servers, two for the load generator and PostgreSQL; with fewer they share, and there is nothing to gain. */
const CORES = 4

/** Requests per second of two server processes, beside one. */
export async function processes(installation: Installation): Promise<Measurement> {
  const results = await measureAlternately(
    ROUNDS,
    () => servedBy(installation, '2'),
    () => servedBy(installation, '1'),
  )
  await restart(installation, '1')
  return {
    name: 'GET /api/v1/auth/me, SERVER_PROCESSES=2',
    unit: 'req/s',
    ...results,
    target: availableParallelism() >= CORES ? TARGET : undefined,
  }
}

async function servedBy(installation: Installation, SERVER_PROCESSES: string) {
  await restart(installation, SERVER_PROCESSES)
  const { token } = await installation.signIn()
  const load = (seconds: number) =>
    requestsPerSecond(
      `${installation.url}/api/v1/auth/me`,
      { authorization: `Bearer ${token}` },
      seconds,
    )
  await load(WARM_UP_SECONDS)
  return load(SECONDS)
}

async function restart(installation: Installation, SERVER_PROCESSES: string) {
  await installation.stop()
  await installation.start({ SERVER_PROCESSES })
}

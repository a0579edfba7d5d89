import { setTimeout as sleep } from 'node:timers/promises'
import type { Installation } from './installation.ts'
import { type Measurement, median } from './measurement.ts'

const STARTS = 3
const IDLE_MS = 20_000
/** Requested in this order, each with the token of the first sign-in. */
const FIRST_PATHS = ['/auth/me', '/users?per_page=20', '/audit_logs', '/webhooks', '/admin/jobs']
const REPEATS = 20
const FIRST_TARGET_MS = 100

/**
 * Time from `up` on existing data to the first response; then the first requests, beside the same request repeated; then
 * the memory of the idle processes.
 */
export async function start(installation: Installation): Promise<Measurement[]> {
  const seconds: number[] = []
  const firsts: Timed[][] = []
  for (let round = 0; round < STARTS; round++) {
    await installation.stop()
    seconds.push(await installation.start())
    firsts.push(await timeFirstRequests(installation))
  }
  await installation.stop()
  await installation.start()
  await sleep(IDLE_MS)
  return [
    { name: 'warm start', unit: 's', ours: median(seconds), target: 4, lowerIsBetter: true },
    ...['POST /auth/login', ...FIRST_PATHS.map((path) => `GET ${path}`)].map((request, index) => {
      const ours = median(firsts.map((round) => round[index]?.first ?? 0))
      const bare = median(firsts.map((round) => round[index]?.again ?? 0))
      return {
        name: `first ${request} after a start`,
        unit: 'ms',
        ours,
        bare,
        ratio: ours / bare,
        target: FIRST_TARGET_MS,
        lowerIsBetter: true,
      }
    }),
    memory(installation, 'server', 160),
    memory(installation, 'worker', 100),
    memory(installation, 'up', 65),
  ]
}

interface Timed {
  first: number
  /** The median of the same request repeated. */
  again: number
}

async function timeFirstRequests({ url, signIn }: Installation): Promise<Timed[]> {
  let token = ''
  const requests = [
    async () => {
      token = (await signIn()).token
    },
    ...FIRST_PATHS.map((path) => async () => {
      const headers = { authorization: `Bearer ${token}` }
      const response = await fetch(`${url}/api/v1${path}`, { headers })
      if (!response.ok) throw new Error(`GET ${path} returned ${response.status}`)
      await response.arrayBuffer()
    }),
  ]
  const first: number[] = []
  for (const request of requests) first.push(await millisecondsOf(request))
  const times: Timed[] = []
  for (const [index, request] of requests.entries()) {
    const again: number[] = []
    for (let n = 0; n < REPEATS; n++) again.push(await millisecondsOf(request))
    times.push({ first: first[index] ?? 0, again: median(again) })
  }
  return times
}

async function millisecondsOf(request: () => Promise<void>) {
  const started = performance.now()
  await request()
  return performance.now() - started
}

function memory(
  installation: Installation,
  process: 'up' | 'server' | 'worker',
  target: number,
): Measurement {
  const ours = installation.megabytes(process)
  return { name: `memory, ${process} idle`, unit: 'MB', ours, target, lowerIsBetter: true }
}

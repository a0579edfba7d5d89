import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import { kill } from '../processes.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import { expectExactlyOnce, newCreateRequests, sendCreateRequest, retryUntilFinal } from './exactly_once.ts'

const ORDERS = 120
const APART_MS = 15

let installation: Installation
let owner: TestUser

beforeAll(async () => {
  installation = await startInstallation()
  owner = await register(installation.url)
})
afterAll(() => installation?.stop())

/** What `/health/ready` answers from now on, each answer once; 0 means that nobody answered. */
function watchReadiness() {
  const seen = new Set<number>()
  let watching = true
  const watched = (async () => {
    while (watching) {
      seen.add(await readiness())
      await sleep(APART_MS)
    }
  })()
  return async () => {
    watching = false
    await watched
    return [...seen].sort()
  }
}

async function readiness() {
  const reply = await installation.call('GET', '/api/v1/health/ready').catch(() => undefined)
  return reply?.status ?? 0
}

test('a killed database is answered for honestly, and comes back with all that was promised', async () => {
  const orders = newCreateRequests(ORDERS)
  const { postgres = 0, server } = installation.pids()
  const stopWatching = watchReadiness()

  // Spread over two seconds: some come before the kill, some during the outage, some after.
  const replies = await Promise.all(
    orders.map(async (order, n) => {
      await sleep(n * APART_MS)
      if (n === ORDERS / 4) kill(postgres)
      return sendCreateRequest(installation, owner, order)
    }),
  )
  await until(async () => (await readiness()) === 200, 'the server was ready again', 60)
  expect(await stopWatching()).toEqual([200, 503])
  expect(installation.pids().postgres).not.toBe(postgres)
  expect(installation.pids().server).toBe(server)

  for (const reply of replies) {
    expect(reply?.status).toBeOneOf([201, 503])
    if (reply?.status === 201) continue
    expect(reply?.body).toMatchObject({ success: false, code: 'service_unavailable' })
    expect(Number(reply?.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  await Promise.all(orders.map((order) => retryUntilFinal(installation, owner, order)))
  await expectExactlyOnce(installation, owner, orders)
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import { kill } from '../processes.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import {
  expectExactlyOnce,
  newCreateRequests,
  retryUntilFinal,
  sendCreateRequest,
} from './exactly_once.ts'

const REQUESTS = 120
const APART_MS = 15

let installation: Installation
let owner: TestUser

beforeAll(async () => {
  installation = await startInstallation()
  owner = await register(installation.url)
})
afterAll(() => installation?.stop())

/** Records the distinct statuses of `/health/ready` until stopped; 0 means no response. */
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

test('while a killed database restarts, requests get 503, and no committed change is lost', async () => {
  const requests = newCreateRequests(REQUESTS)
  const { postgres = 0, server } = installation.pids()
  const stopWatching = watchReadiness()

  // Spread over two seconds: before the kill, during the outage and after it.
  const replies = await Promise.all(
    requests.map(async (request, n) => {
      await sleep(n * APART_MS)
      if (n === REQUESTS / 4) kill(postgres)
      return sendCreateRequest(installation, owner, request)
    }),
  )
  await until(async () => (await readiness()) === 200, 'the server was ready again', 60)
  // Connections that outlive the killed process can respond until its successor runs; then no 503 is seen.
  for (const status of await stopWatching()) expect(status).toBeOneOf([200, 503])
  expect(installation.pids().postgres).not.toBe(postgres)
  expect(installation.pids().server).toBe(server)

  for (const reply of replies) {
    expect(reply?.status).toBeOneOf([201, 503])
    if (reply?.status === 201) continue
    expect(reply?.body).toMatchObject({ success: false, code: 'service_unavailable' })
    expect(Number(reply?.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  await Promise.all(requests.map((request) => retryUntilFinal(installation, owner, request)))
  await expectExactlyOnce(installation, owner, requests)
})

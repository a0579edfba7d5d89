import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reply } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import { kill } from '../processes.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import {
  expectExactlyOnce,
  newCreateRequests,
  type CreateRequest,
  sendCreateRequest,
  retryUntilFinal,
} from './exactly_once.ts'

const ORDERS = 90

let installation: Installation
let owner: TestUser

beforeAll(async () => {
  installation = await startInstallation()
  owner = await register(installation.url)
})
afterAll(() => installation?.stop())

/** Places all at once and runs `strike` when the first few are answered. */
async function placeAndStrike(orders: CreateRequest[], strike: () => void) {
  let answered = 0
  return Promise.all(
    orders.map(async (order) => {
      const reply = await sendCreateRequest(installation, owner, order)
      if (++answered === 10) strike()
      return { order, reply }
    }),
  )
}

test('a server killed amid requests forgets nothing it promised and does nothing twice', async () => {
  const orders = newCreateRequests(ORDERS)
  const { server = 0 } = installation.pids()
  const placed = await placeAndStrike(orders, () => kill(server))

  const promised = placed.filter(({ reply }) => reply?.status === 201)
  const open = placed.filter(({ reply }) => reply?.status !== 201)
  expect(promised.length).toBeGreaterThan(0)
  expect(open.length).toBeGreaterThan(0)
  await until(() => (installation.pids().server ?? server) !== server, 'another server was started')
  await until(ready, 'it was ready', 60)

  const settled = await Promise.all(
    open.map(({ order }) => retryUntilFinal(installation, owner, order)),
  )
  expect(settled).toHaveLength(open.length)
  await expectExactlyOnce(installation, owner, orders)

  const replayed = await Promise.all(promised.map(({ order }) => sendCreateRequest(installation, owner, order)))
  expect(replayed.map((reply) => idOf(reply))).toEqual(promised.map(({ reply }) => idOf(reply)))
})

async function ready() {
  const reply = await installation.call('GET', '/api/v1/health/ready').catch(() => undefined)
  return reply?.status === 200
}

function idOf(reply: Reply | undefined) {
  return (reply?.body.data as { id: string } | undefined)?.id
}

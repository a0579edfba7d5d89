import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reply } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import { kill } from '../processes.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import {
  type CreateRequest,
  expectExactlyOnce,
  newCreateRequests,
  retryUntilFinal,
  sendCreateRequest,
} from './exactly_once.ts'

const REQUESTS = 90

let installation: Installation
let owner: TestUser

beforeAll(async () => {
  installation = await startInstallation()
  owner = await register(installation.url)
})
afterAll(() => installation?.stop())

/** Sends all requests at once and runs `killServer` after the first ten responses. */
async function sendAndKill(requests: CreateRequest[], killServer: () => void) {
  let responses = 0
  return Promise.all(
    requests.map(async (request) => {
      const reply = await sendCreateRequest(installation, owner, request)
      if (++responses === 10) killServer()
      return { request, reply }
    }),
  )
}

test('a server killed during requests keeps every committed change and repeats none', async () => {
  const requests = newCreateRequests(REQUESTS)
  const { server = 0 } = installation.pids()
  const sent = await sendAndKill(requests, () => kill(server))

  const committed = sent.filter(({ reply }) => reply?.status === 201)
  const unfinished = sent.filter(({ reply }) => reply?.status !== 201)
  expect(committed.length).toBeGreaterThan(0)
  expect(unfinished.length).toBeGreaterThan(0)
  await until(() => (installation.pids().server ?? server) !== server, 'another server was started')
  await until(ready, 'it was ready', 60)

  const finished = await Promise.all(
    unfinished.map(({ request }) => retryUntilFinal(installation, owner, request)),
  )
  expect(finished).toHaveLength(unfinished.length)
  await expectExactlyOnce(installation, owner, requests)

  const replayed = await Promise.all(
    committed.map(({ request }) => sendCreateRequest(installation, owner, request)),
  )
  expect(replayed.map((reply) => idOf(reply))).toEqual(committed.map(({ reply }) => idOf(reply)))
})

async function ready() {
  const reply = await installation.call('GET', '/api/v1/health/ready').catch(() => undefined)
  return reply?.status === 200
}

function idOf(reply: Reply | undefined) {
  return (reply?.body.data as { id: string } | undefined)?.id
}

import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller } from './client.ts'
import { startInstallation } from './installation.ts'
import { freePort, freshFolder, launch } from './launch.ts'
import { register, type TestUser } from './people.ts'
import { descendants, isAlive, kill } from './processes.ts'
import { databaseSettings } from './second.ts'
import { openSocket } from './socket.ts'
import { until } from './until.ts'
import { type Installation, stopUp } from './up.ts'

const CLIENTS = 8
/** Connections are handed out in turn, so that these reach each of two processes. */
const CONNECTIONS = 6

let installation: Installation
let owner: TestUser

beforeAll(async () => {
  installation = await startInstallation({ SERVER_PROCESSES: '2', DRAIN_SECONDS: '1' })
  await until(() => servers().length === 2, 'both processes were running')
  await until(async () => (await processesOfMetrics()).length === 2, 'both answered')
  owner = await register(installation.url)
})
afterAll(() => installation?.stop())

/** The processes that serve requests, the oldest first. */
function servers(): number[] {
  const { server = 0 } = installation.pids()
  return descendants(server)
    .filter(({ parent }) => parent === server)
    .map(({ pid }) => pid)
    .sort((a, b) => a - b)
}

/** GET over a connection of its own. */
async function get(path: string, token?: string) {
  const headers = token ? { authorization: `Bearer ${token}` } : {}
  const sent = request(`${installation.url}${path}`, { agent: false, headers }).end()
  const [response] = await once(sent, 'response')
  return { status: response.statusCode as number, text: await text(response) }
}

const onEach = <T>(work: () => Promise<T>) =>
  Promise.all(Array.from({ length: CONNECTIONS }, () => work()))

async function processesOfMetrics() {
  const { text } = await get('/metrics')
  const lines = text.matchAll(/^process_cpu_seconds_total\{process="(\d)"\}/gm)
  return [...lines].map(([, number]) => number).sort()
}

/** Requests over connections that are kept, as clients and proxies do, and records each that fails. */
function startLoad() {
  const { call } = installation
  const failures: string[] = []
  let responses = 0
  let running = true
  async function client() {
    while (running) {
      const reply = await call('GET', '/api/v1/auth/me', { token: owner.token }).catch(
        (error: Error) => ({ status: String(error.cause ?? error) }),
      )
      responses++
      if (reply.status !== 200) failures.push(String(reply.status))
    }
  }
  const clients = Array.from({ length: CLIENTS }, client)
  return {
    failures,
    responses: () => responses,
    async stop() {
      running = false
      await Promise.all(clients)
    },
  }
}

test('SIGHUP replaces every process under load without a failed request', async () => {
  const before = servers()
  const { server = 0 } = installation.pids()
  const load = startLoad()
  await until(() => load.responses() > 50, 'requests were served')
  kill(server, 'SIGHUP')
  await until(
    () => servers().length === 2 && !servers().some((pid) => before.includes(pid)),
    'both processes were replaced',
    60,
  )
  const served = load.responses()
  await until(() => load.responses() > served + 50, 'the new processes served requests')
  await load.stop()
  expect(load.failures).toEqual([])
  expect(installation.pids().server).toBe(server)
})

test('what ends in one process has ended in the others: tokens, live events', async () => {
  const leaver = await register(installation.url)
  const me = () => get('/api/v1/auth/me', leaver.token)
  expect((await onEach(me)).map(({ status }) => status)).toEqual(Array(CONNECTIONS).fill(200))
  const channel = { channel: 'NotificationChannel', account_id: leaver.accountId }
  const sockets = await onEach(() => openSocket(installation.url, { token: leaver.token }))
  for (const socket of sockets) {
    socket.subscribe(JSON.stringify(channel))
    await socket.frame(({ type }) => type === 'confirm_subscription', 'it was subscribed')
  }
  await installation.call('POST', '/api/v1/auth/logout', { token: leaver.token, body: {} })
  await until(
    () => sockets.every((socket) => socket.closed() !== undefined),
    'every socket was closed',
  )
  await until(
    async () => (await onEach(me)).every(({ status }) => status === 401),
    'no process accepted the token',
  )
})

test('metrics are of all processes, each with its number', async () => {
  expect(await processesOfMetrics()).toEqual(['1', '2'])
})

test('a process that is killed is replaced, and the others serve meanwhile', async () => {
  const [first = 0, second = 0] = servers()
  kill(first)
  const { output } = installation.up
  await until(() => output.stderr.includes('stopped; restarting it'), 'its end was noticed')
  expect((await get('/api/v1/health/ready')).status).toBe(200)
  await until(() => servers().length === 2, 'another was started')
  expect(servers()).toContain(second)
  expect(output.stderr).toContain('powernode: a server process stopped; restarting it\n')
  await until(async () => (await processesOfMetrics()).length === 2, 'both served')
})

test('SIGTERM ends all of them, and a taken port is one line', async () => {
  const folder = await freshFolder()
  const port = String(await freePort())
  const own = await databaseSettings(installation)
  const settings = { ...own, PORT: port, SERVER_PROCESSES: '2', DRAIN_SECONDS: '0' }
  const server = launch(folder, settings, ['server'])
  const call = caller(`http://localhost:${port}`)
  await until(
    async () => (await call('GET', '/api/v1/health/ready').catch(() => undefined))?.status === 200,
    'it was ready',
    60,
  )
  await until(() => descendants(server.pid).length === 2, 'both were running')
  const taken = launch(await freshFolder(), settings, ['server'])
  expect(await taken.exited).toBe(1)
  expect(taken.output.stderr).toBe(
    `powernode: Port ${port} is already in use: set PORT to another port\n`,
  )
  const all = descendants(server.pid).map(({ pid }) => pid)
  expect(await stopUp(server)).toBe(0)
  expect(all.filter(isAlive)).toEqual([])
})

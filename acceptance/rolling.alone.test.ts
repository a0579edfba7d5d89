import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCable } from '@anycable/core'
import { adapters, createConsumer } from '@rails/actioncable'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Balancer, startBalancer } from './balancer.ts'
import { type Call, caller, dataOf } from './client.ts'
import {
  type CreateRequest,
  expectExactlyOnce,
  newCreateRequests,
  sendCreateRequest,
} from './crash/exactly_once.ts'
import { startInstallation } from './installation.ts'
import {
  dataFolder,
  freePort,
  type LaunchedProcess,
  type LaunchSettings,
  launch,
} from './launch.ts'
import { mailTo } from './mailbox.ts'
import { freshEmail, PASSWORD, register, signIn, type TestUser } from './people.ts'
import { isAlive, kill } from './processes.ts'
import { cableUrl } from './socket.ts'
import { until } from './until.ts'
import { type Installation, stopUp } from './up.ts'

const READERS = 4
const WRITERS = 2

let installation: Installation
let balancer: Balancer
let settings: LaunchSettings
let call: Call
let worker: LaunchedProcess
const ports: number[] = []
const servers = new Map<number, LaunchedProcess>()

/** The PostgreSQL of an installation without its `up`; two servers on it, and a worker that connects through the balancer. */
beforeAll(async () => {
  installation = await startInstallation()
  const data = dataFolder(installation.folder)
  const { server = 0, worker: firstWorker = 0 } = installation.pids()
  kill(installation.up.pid)
  await until(
    () => !isAlive(server) && !isAlive(firstWorker),
    'the first server and worker exited',
    30,
  )

  const read = (name: string) => readFile(join(data, name), 'utf8')
  const { port, password } = JSON.parse(await read('postgres.json'))
  ports.push(await freePort(), await freePort())
  balancer = await startBalancer(ports)
  call = caller(balancer.url)
  settings = {
    DATABASE_URL: `postgres://powernode:${password}@127.0.0.1:${port}/postgres`,
    POWERNODE_MASTER_KEY: await read('master.key'),
    WORKER_TOKEN: await read('worker.token'),
    PUBLIC_URL: balancer.url,
    DISABLE_RATE_LIMITING: 'true',
    TRUST_PROXY: 'true',
    HOST: '127.0.0.1',
    DRAIN_SECONDS: '2',
  }
  for (const port of ports) await startServer(port)
  const { WORKER_TOKEN = '' } = settings
  worker = launch(installation.folder, { WORKER_TOKEN, BACKEND_API_URL: balancer.url }, ['worker'])
  installation.admin = await signIn(balancer.url, installation.admin.email)
})
afterAll(async () => {
  for (const process of [worker, ...servers.values()]) if (process) await stopUp(process)
  await balancer?.close()
  await installation?.stop()
})

async function startServer(port: number) {
  servers.set(port, launch(installation.folder, { ...settings, PORT: String(port) }, ['server']))
  await until(() => balancer.isReady(port), `the server on ${port} was ready`, 60)
}

/** Stops a server with SIGTERM and starts a new one, as an upgrade does. */
async function restart(port: number) {
  const server = servers.get(port)
  if (!server) throw new Error('no such server')
  kill(server.pid, 'SIGTERM')
  expect(await server.exited).toBe(0)
  await until(() => !balancer.isReady(port), 'the balancer noticed it')
  await startServer(port)
}

interface Client {
  connected: boolean
  /** How often it lost its connection. */
  disconnects: number
  titles: string[]
  disconnect(): void
}

type Message = { notification?: { title: string } }

function withRails({ token, accountId }: TestUser): Client {
  const consumer = createConsumer(`${cableUrl(balancer.url)}?token=${token}`)
  const client: Client = {
    connected: false,
    disconnects: 0,
    titles: [],
    disconnect: () => consumer.disconnect(),
  }
  consumer.subscriptions.create(
    { channel: 'NotificationChannel', account_id: accountId },
    {
      connected: () => onConnect(client),
      disconnected: () => onDisconnect(client),
      received: (message: Message) => onMessage(client, message),
    },
  )
  return client
}

function withAnycable({ token, accountId }: TestUser): Client {
  const cable = createCable(`${cableUrl(balancer.url)}?token=${token}`, {
    websocketImplementation: WebSocket,
    logLevel: 'error',
  })
  const client: Client = {
    connected: false,
    disconnects: 0,
    titles: [],
    disconnect: () => cable.disconnect(),
  }
  const channel = cable.subscribeTo('NotificationChannel', { account_id: accountId })
  channel.on('connect', () => onConnect(client))
  channel.on('disconnect', () => onDisconnect(client))
  channel.on('message', (message) => onMessage(client, message as Message))
  return client
}

function onConnect(client: Client) {
  client.connected = true
}

function onDisconnect(client: Client) {
  if (client.connected) client.disconnects++
  client.connected = false
}

function onMessage(client: Client, { notification }: Message) {
  if (notification) client.titles.push(notification.title)
}

/** Adds a user, and waits until every client is notified. */
async function expectNotified(clients: Client[], owner: TestUser, name: string) {
  const body = { name, email: freshEmail('joins') }
  dataOf(await owner.api.POST('/api/v1/users', { body }))
  const { link } = await mailTo(installation.admin, body.email)
  const newPassword = { token: link.split('/').at(-1), password: PASSWORD }
  await call('POST', '/api/v1/auth/reset-password', { body: newPassword })
  const all = () => clients.every(({ titles }) => titles.includes(`${name} joined`))
  await until(all, `every client was notified that ${name} joined`)
}

/** Reads and writes until stopped, and records every unexpected response. */
function startLoad(owner: TestUser) {
  const requests: CreateRequest[] = []
  const failures: string[] = []
  let responses = 0
  let running = true
  const record = (kind: string, status: number | undefined, expected: number) => {
    responses++
    if (status !== expected) failures.push(`${kind}: ${status}`)
  }
  async function read() {
    const reply = await call('GET', '/api/v1/users?per_page=5', { token: owner.token }).catch(
      () => undefined,
    )
    record('read', reply?.status, 200)
  }
  async function write() {
    const [request] = newCreateRequests(1)
    if (!request) return
    requests.push(request)
    record('write', (await sendCreateRequest({ call }, owner, request))?.status, 201)
    await sleep(20)
  }
  const loop = async (work: () => Promise<void>) => {
    while (running) await work()
  }
  const loops = [...Array(READERS).fill(read), ...Array(WRITERS).fill(write)].map(loop)
  return {
    requests,
    failures,
    responses: () => responses,
    async stop() {
      running = false
      await Promise.all(loops)
    },
  }
}

test('a rolling restart under load fails no request, reconnects clients and loses no job', async () => {
  adapters.WebSocket = WebSocket
  Object.assign(globalThis, { addEventListener() {}, removeEventListener() {} })
  const owner = await register(balancer.url)
  const clients = Array.from({ length: 4 }, () => [withRails(owner), withAnycable(owner)]).flat()
  const all = () => clients.every(({ connected }) => connected)
  await until(all, 'every client had subscribed')
  await expectNotified(clients, owner, 'Mary Jackson')

  const load = startLoad(owner)
  for (const port of ports) {
    const [before, forwarded] = [load.responses(), balancer.forwarded(port)]
    await restart(port)
    expect(load.responses()).toBeGreaterThan(before + 50)
    await until(() => balancer.forwarded(port) > forwarded + 20, 'the new server got requests')
    await until(all, 'every client had reconnected', 30)
    await expectNotified(clients, owner, `Person ${randomUUID()}`)
  }
  await load.stop()

  expect(clients.every(({ disconnects }) => disconnects > 0)).toBe(true)
  expect(load.failures).toEqual([])
  expect(balancer.failures).toEqual([])
  expect(load.requests.length).toBeGreaterThan(50)
  await expectExactlyOnce({ ...installation, call }, owner, load.requests)
  const deadLetters = await call('GET', '/api/v1/admin/jobs?queue=dead_letters', {
    token: installation.admin.token,
  })
  expect(deadLetters.body.meta?.total_count).toBe(0)
  for (const client of clients) client.disconnect()
})

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
import { expectExactlyOnce, newCreateRequests, type CreateRequest, sendCreateRequest } from './crash/exactly_once.ts'
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
import { stopUp, type Installation } from './up.ts'

const READERS = 4
const WRITERS = 2

let installation: Installation
let balancer: Balancer
let settings: LaunchSettings
let call: Call
let worker: LaunchedProcess
const ports: number[] = []
const servers = new Map<number, LaunchedProcess>()

/** PostgreSQL of an installation whose keeper is gone; two servers of its data, and a worker that knows the balancer. */
beforeAll(async () => {
  installation = await startInstallation()
  const data = dataFolder(installation.folder)
  const { server = 0, worker: itsWorker = 0 } = installation.pids()
  kill(installation.up.pid)
  await until(
    () => !isAlive(server) && !isAlive(itsWorker),
    'its own server and worker stopped',
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
  for (const one of ports) await startServer(one)
  const { WORKER_TOKEN = '' } = settings
  worker = launch(installation.folder, { WORKER_TOKEN, BACKEND_API_URL: balancer.url }, ['worker'])
  installation.admin = await signIn(balancer.url, installation.admin.email)
})
afterAll(async () => {
  for (const one of [worker, ...servers.values()]) if (one) await stopUp(one)
  await balancer?.close()
  await installation?.stop()
})

async function startServer(port: number) {
  servers.set(port, launch(installation.folder, { ...settings, PORT: String(port) }, ['server']))
  await until(() => balancer.isReady(port), `the server on ${port} was ready`, 60)
}

/** SIGTERM, then the next one: what an update of the program does. */
async function restart(port: number) {
  const server = servers.get(port)
  if (!server) throw new Error('no such server')
  kill(server.pid, 'SIGTERM')
  expect(await server.exited).toBe(0)
  await until(() => !balancer.isReady(port), 'the balancer noticed')
  await startServer(port)
}

interface Life {
  here: boolean
  /** How often it lost its server. */
  lost: number
  titles: string[]
  leave(): void
}

type Message = { notification?: { title: string } }

function withRails({ token, accountId }: TestUser): Life {
  const consumer = createConsumer(`${cableUrl(balancer.url)}?token=${token}`)
  const life: Life = { here: false, lost: 0, titles: [], leave: () => consumer.disconnect() }
  consumer.subscriptions.create(
    { channel: 'NotificationChannel', account_id: accountId },
    {
      connected: () => come(life),
      disconnected: () => lose(life),
      received: (message: Message) => hear(life, message),
    },
  )
  return life
}

function withAnycable({ token, accountId }: TestUser): Life {
  const cable = createCable(`${cableUrl(balancer.url)}?token=${token}`, {
    websocketImplementation: WebSocket,
    logLevel: 'error',
  })
  const life: Life = { here: false, lost: 0, titles: [], leave: () => cable.disconnect() }
  const channel = cable.subscribeTo('NotificationChannel', { account_id: accountId })
  channel.on('connect', () => come(life))
  channel.on('disconnect', () => lose(life))
  channel.on('message', (message) => hear(life, message as Message))
  return life
}

function come(life: Life) {
  life.here = true
}

function lose(life: Life) {
  if (life.here) life.lost++
  life.here = false
}

function hear(life: Life, { notification }: Message) {
  if (notification) life.titles.push(notification.title)
}

/** Somebody joins, and every client is told. */
async function expectToHear(lives: Life[], owner: TestUser, name: string) {
  const body = { name, email: freshEmail('joins') }
  dataOf(await owner.api.POST('/api/v1/users', { body }))
  const { link } = await mailTo(installation.admin, body.email)
  const choice = { token: link.split('/').at(-1), password: PASSWORD }
  await call('POST', '/api/v1/auth/reset-password', { body: choice })
  const all = () => lives.every(({ titles }) => titles.includes(`${name} joined`))
  await until(all, `every client heard that ${name} joined`)
}

/** Reads and writes until told to stop. Whatever is not answered as it should be is written down. */
function startLoad(owner: TestUser) {
  const orders: CreateRequest[] = []
  const failures: string[] = []
  let answered = 0
  let going = true
  const note = (what: string, status: number | undefined, wanted: number) => {
    answered++
    if (status !== wanted) failures.push(`${what}: ${status}`)
  }
  async function read() {
    const reply = await call('GET', '/api/v1/users?per_page=5', { token: owner.token }).catch(
      () => undefined,
    )
    note('read', reply?.status, 200)
  }
  async function write() {
    const [order] = newCreateRequests(1)
    if (!order) return
    orders.push(order)
    note('write', (await sendCreateRequest({ call }, owner, order))?.status, 201)
    await sleep(20)
  }
  const loop = async (work: () => Promise<void>) => {
    while (going) await work()
  }
  const loops = [...Array(READERS).fill(read), ...Array(WRITERS).fill(write)].map(loop)
  return {
    orders,
    failures,
    answered: () => answered,
    async stop() {
      going = false
      await Promise.all(loops)
    },
  }
}

test('servers restarted one after the other under load fail no request, keep sockets and lose no job', async () => {
  adapters.WebSocket = WebSocket
  Object.assign(globalThis, { addEventListener() {}, removeEventListener() {} })
  const owner = await register(balancer.url)
  const lives = Array.from({ length: 4 }, () => [withRails(owner), withAnycable(owner)]).flat()
  const all = () => lives.every(({ here }) => here)
  await until(all, 'every client had subscribed')
  await expectToHear(lives, owner, 'Mary Jackson')

  const load = startLoad(owner)
  for (const port of ports) {
    const [before, passed] = [load.answered(), balancer.passed(port)]
    await restart(port)
    expect(load.answered()).toBeGreaterThan(before + 50)
    await until(() => balancer.passed(port) > passed + 20, 'the new server took its part')
    await until(all, 'every client was back', 30)
    await expectToHear(lives, owner, `Person ${randomUUID()}`)
  }
  await load.stop()

  expect(lives.every(({ lost }) => lost > 0)).toBe(true)
  expect(load.failures).toEqual([])
  expect(balancer.failures).toEqual([])
  expect(load.orders.length).toBeGreaterThan(50)
  await expectExactlyOnce({ ...installation, call }, owner, load.orders)
  const lost = await call('GET', '/api/v1/admin/jobs?queue=dead_letters', {
    token: installation.admin.token,
  })
  expect(lost.body.meta?.total_count).toBe(0)
  for (const life of lives) life.leave()
})

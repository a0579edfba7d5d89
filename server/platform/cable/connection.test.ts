import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCable } from '@anycable/core'
import { adapters, createConsumer } from '@rails/actioncable'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { listening, type TestUser, world } from '../../test/world.ts'
import type { Forget } from '../kernel/forget.ts'
import { createCable as openCable } from './cable.ts'
import type { Channel } from './channel.ts'

type World = Awaited<ReturnType<typeof world>>

interface Frame {
  type?: string
  reason?: string
  reconnect?: boolean
}

beforeAll(() => {
  // The client is written for browsers and needs only these globals.
  adapters.WebSocket = WebSocket
  Object.assign(globalThis, { addEventListener() {}, removeEventListener() {} })
})

async function addressOf({ app }: World) {
  return `${(await listening(app)).replace('http', 'ws')}/cable`
}

async function open(url: string) {
  const socket = new WebSocket(url, ['actioncable-v1-json'])
  const frames: Frame[] = []
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  await once(socket, 'open')
  return {
    frames,
    send: (command: object) => socket.send(JSON.stringify(command)),
    hungUp: async () => {
      const last = () => frames.find(({ type }) => type === 'disconnect')
      await expect.poll(last, { timeout: 10_000 }).toBeDefined()
      return last()
    },
    welcomed: () => expect.poll(() => frames[0]).toEqual({ type: 'welcome' }),
  }
}

const renew = async ({ visitor }: World, { refreshToken }: TestUser) =>
  (await visitor.post('/auth/refresh', { refresh_token: refreshToken })).data.access_token as string

/** A cable whose channel reads the permissions at once and answers when told to. */
async function slowCable({ platform }: World) {
  const entered = Promise.withResolvers<void>()
  const { promise: told, resolve: answer } = Promise.withResolvers<void>()
  const SlowChannel: Channel = {
    summary: 'Answers late',
    params: {},
    messages: {},
    async stream({ actor }) {
      const allowed = 'permissions' in actor && actor.permissions.has('webhooks.create')
      entered.resolve()
      await told
      return allowed ? 'slow' : undefined
    },
  }
  const cable = openCable(platform, { SlowChannel }, platform.listener)
  const server = createServer().on('upgrade', cable.upgrade).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    cable,
    open: (token: string) => open(`ws://127.0.0.1:${port}/cable?token=${token}`),
    entered: entered.promise,
    forget(whom: Forget) {
      platform.principals.forget(whom)
      cable.forget(whom)
    },
    answer,
    close() {
      cable.close()
      server.close()
    },
  }
}

test('an expired and a revoked token have different disconnect reasons', async () => {
  const here = await world()
  const { owner, stranger, travel } = here
  const other = await stranger()
  const url = await addressOf(here)
  const [mine, theirs] = [
    await open(`${url}?token=${owner.accessToken}`),
    await open(`${url}?token=${other.accessToken}`),
  ]
  await Promise.all([mine.welcomed(), theirs.welcomed()])
  await other.post('/auth/logout')
  expect(await theirs.hungUp()).toMatchObject({ reason: 'unauthorized', reconnect: false })
  travel(16)
  expect(await mine.hungUp()).toMatchObject({ reason: 'token_expired', reconnect: true })
  const again = await open(`${url}?token=${owner.accessToken}`)
  expect(await again.hungUp()).toMatchObject({ reason: 'token_expired', reconnect: false })
  const revoked = await open(`${url}?token=${other.accessToken}`)
  expect((await revoked.hungUp())?.reconnect).toBe(false)
})

test('@anycable/core stays connected with its token refresher', async () => {
  const here = await world()
  const { owner } = here
  const url = await addressOf(here)
  let refreshed = 0
  const cable = createCable(`${url}?token=${owner.accessToken}`, {
    websocketImplementation: WebSocket,
    logLevel: 'error',
    reconnectStrategy: () => 10,
    tokenRefresher: async (transport) => {
      refreshed++
      transport.setToken(await renew(here, owner), 'token')
    },
  })
  let subscribed = 0
  const channel = cable.subscribeTo('NotificationChannel', { account_id: owner.accountId })
  channel.on('connect', () => void subscribed++)
  await expect.poll(() => subscribed).toBe(1)
  here.travel(16)
  await expect.poll(() => subscribed, { timeout: 10_000 }).toBe(2)
  expect(refreshed).toBe(1)
  cable.disconnect()
})

test('@anycable/core connects with its token in a subprotocol, which the URL does not show', async () => {
  const here = await world()
  const { owner } = here
  const statuses = (token: string) => {
    const seen: string[] = []
    const cable = createCable(url, {
      websocketImplementation: WebSocket,
      websocketAuthStrategy: 'sub-protocol',
      logLevel: 'error',
      transportConfigurator: async (transport) => transport.setToken(token),
    })
    const channel = cable.subscribeTo('NotificationChannel', { account_id: owner.accountId })
    channel.on('connect', () => void seen.push('subscribed'))
    cable.on('close', (event) => void seen.push(event?.reason ?? ''))
    onTestFinished(() => cable.disconnect())
    return seen
  }
  const url = await addressOf(here)
  const right = statuses(owner.accessToken)
  const wrong = statuses(`${owner.accessToken}x`)
  await expect.poll(() => right).toEqual(['subscribed'])
  await expect.poll(() => wrong).toEqual(['unauthorized'])
})

test('@rails/actioncable stays connected if its URL is a function', async () => {
  const here = await world()
  const { owner } = here
  const url = await addressOf(here)
  let token = owner.accessToken
  const words: string[] = []
  const consumer = createConsumer(() => `${url}?token=${token}`)
  Object.assign(consumer.connection.monitor.constructor, { staleThreshold: 0.5 })
  consumer.subscriptions.create(
    { channel: 'NotificationChannel', account_id: owner.accountId },
    {
      connected: () => void words.push('connected'),
      disconnected: async ({ willAttemptReconnect }) => {
        words.push(willAttemptReconnect ? 'lost' : 'closed')
        if (!willAttemptReconnect) return
        token = await renew(here, owner)
        here.travel(1) // its connection monitor uses the clock
      },
    },
  )
  await expect.poll(() => words.includes('connected')).toBe(true)
  here.travel(16)
  await expect
    .poll(() => words.at(-1) === 'connected' && words.includes('lost'), { timeout: 15_000 })
    .toBe(true)
  expect(words).not.toContain('closed')
  consumer.disconnect()
})

test('a permission removed while a subscription is looked up rejects the subscription', async () => {
  const here = await world()
  const user = await here.join('developer')
  const { cable, forget, open, entered, answer, close } = await slowCable(here)
  const socket = await open(user.accessToken)
  await socket.welcomed()
  const identifier = JSON.stringify({ channel: 'SlowChannel' })
  socket.send({ command: 'subscribe', identifier })
  await entered
  expect((await here.owner.patch(`/users/${user.id}`, { roles: ['member'] })).status).toBe(200)
  forget({ user: user.id })
  answer()
  const reply = () => socket.frames.find((frame) => 'identifier' in frame)?.type
  await expect.poll(reply).toBe('reject_subscription')
  expect(cable.subscriptions).toBe(0)
  close()
})

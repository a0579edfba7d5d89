import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from './client.ts'
import { sharedInstallation } from './installation.ts'
import { register, type TestUser } from './people.ts'
import { sendRaw } from './raw.ts'
import { closeReason, type Frame, openSocket, type Socket } from './socket.ts'
import { until } from './until.ts'
import type { Shared } from './up.ts'

let installation: Shared
let owner: TestUser
let socket: Socket | undefined

beforeAll(async () => {
  installation = await sharedInstallation()
  owner = await register(installation.url)
})
afterAll(async () => {
  socket?.close()
})

const channel = () =>
  JSON.stringify({ channel: 'NotificationChannel', account_id: owner.accountId })
const confirmed = ({ type }: Frame) => type === 'confirm_subscription'

async function open(token = owner.token, protocols?: string[]) {
  socket?.close()
  socket = await openSocket(installation.url, { token, ...(protocols && { protocols }) })
  return socket
}

test('the welcome frame comes first, then a ping every few seconds', async () => {
  const cable = await open(owner.token, ['actioncable-v1-json', 'actioncable-unsupported'])
  expect(cable.protocol).toBe('actioncable-v1-json')
  cable.subscribe(channel())
  await cable.frame(confirmed, 'the subscription was confirmed')
  expect(cable.frames[0]).toEqual({ type: 'welcome' })
  const pings = () => cable.frames.filter(({ type }) => type === 'ping')
  await until(() => pings().length >= 2, 'two pings arrived')
  const now = Date.now() / 1000
  for (const { message } of pings()) expect(Math.abs(Number(message) - now)).toBeLessThan(15)
})

test('a client without a subprotocol is accepted', async () => {
  const cable = await open(owner.token, [])
  expect(cable.protocol).toBe('')
  cable.subscribe(channel())
  await cable.frame(confirmed, 'the subscription was confirmed')
})

test('the identifier is returned byte for byte', async () => {
  const cable = await open()
  const odd = `{ "account_id" : "${owner.accountId}",  "channel":"Notification\\u0043hannel", "é\\/": 1e0 }`
  cable.subscribe(odd)
  const { identifier } = await cable.frame(confirmed, 'the subscription was confirmed')
  expect(identifier).toBe(odd)
})

test('a repeated subscription is confirmed again and gets each message once', async () => {
  const cable = await open()
  for (let n = 0; n < 3; n++) cable.subscribe(channel())
  await until(() => cable.frames.filter(confirmed).length === 3, 'three confirmations arrived')
  await installation.call('POST', '/api/v1/notifications/read_all', { token: owner.token })
  const received = () =>
    cable.frames.filter(({ message }) => JSON.stringify(message)?.includes('read_all'))
  await until(() => received().length > 0, 'the message arrived')
  cable.send({ command: 'message', identifier: channel(), data: '{"action":"ping"}' })
  await cable.frame(({ message }) => JSON.stringify(message)?.includes('pong'), 'a pong arrived')
  expect(received()).toHaveLength(1)
})

test('unknown channels and invalid parameters are rejected', async () => {
  const cable = await open()
  const identifiers = [
    '{"channel":"NoSuchChannel"}',
    '{"channel":"constructor"}',
    '{"channel":"__proto__"}',
    '{"channel":"NotificationChannel"}',
    '{"channel":"NotificationChannel","account_id":{}}',
  ]
  for (const identifier of identifiers) {
    cable.subscribe(identifier)
    const rejected = (frame: Frame) =>
      frame.type === 'reject_subscription' && frame.identifier === identifier
    await cable.frame(rejected, `${identifier} was rejected`)
  }
})

test('an action after unsubscribing is not performed', async () => {
  const cable = await open()
  const ping = { command: 'message', identifier: channel(), data: '{"action":"ping"}' }
  cable.send(ping)
  cable.subscribe(channel())
  await cable.frame(confirmed, 'the subscription was confirmed')
  cable.send({ command: 'unsubscribe', identifier: channel() })
  cable.send(ping)
  cable.send({ command: 'subscribe', identifier: '{"channel":"NoSuchChannel"}' })
  await cable.frame(({ type }) => type === 'reject_subscription', 'the last command was processed')
  expect(JSON.stringify(cable.frames)).not.toContain('pong')
})

test('an unknown action gets an error', async () => {
  const cable = await open()
  cable.subscribe(channel())
  for (const action of ['nosuch', 'constructor', '__proto__']) {
    cable.send({ command: 'message', identifier: channel(), data: JSON.stringify({ action }) })
    const refused = ({ message }: Frame) =>
      JSON.stringify(message)?.includes(`action: ${action}`) ?? false
    await cable.frame(refused, `${action} was refused`)
  }
})

test('a few malformed frames are tolerated, ten are not', async () => {
  const cable = await open()
  const broken = [
    '',
    '{',
    '[]',
    'null',
    '{"command":"subscribe"}',
    '{"command":"x","identifier":"y"}',
  ]
  for (const frame of [
    ...broken,
    '{"command":"subscribe","identifier":"{"}',
    Buffer.from([1, 2]),
  ]) {
    cable.send(frame)
  }
  cable.subscribe(channel())
  await cable.frame(confirmed, 'the subscription was confirmed')
  for (let n = 0; n < 2; n++) cable.send('not json')
  expect(await closeReason(cable)).toMatchObject({ reason: 'invalid_request', reconnect: false })
})

test('a frame above 64 kB and a flood of commands close the connection, not the server', async () => {
  const large = await open()
  large.send({ command: 'subscribe', identifier: 'x'.repeat(100_000) })
  await until(() => large.closed() !== undefined, 'the socket closed')
  const flood = await open()
  for (let n = 0; n < 1500; n++) flood.subscribe(`{"channel":"NotificationChannel","n":${n}}`)
  await flood.frame(({ type }) => type === 'reject_subscription', 'the excess was rejected')
  expect(await closeReason(flood)).toMatchObject({ reason: 'rate_limited', reconnect: true })
  expect((await installation.call('GET', '/api/v1/health')).status).toBe(200)
})

test('a token is accepted in a header and in the query; an API key is refused in both', async () => {
  const headers = { authorization: `Bearer ${owner.token}` }
  const cable = await openSocket(installation.url, { headers })
  await cable.frame(({ type }) => type === 'welcome', 'the welcome frame arrived')
  cable.close()
  const body = { name: 'No events', scopes: ['users.read' as const] }
  const { key_value } = dataOf(await owner.api.POST('/api/v1/api_keys', { body }))
  const key = { authorization: `Bearer ${key_value}` }
  await expect(openSocket(installation.url, { headers: key })).rejects.toThrow('403')
  await expect(openSocket(installation.url, { token: key_value })).rejects.toThrow('403')
})

test('the subscription beyond a hundred is rejected, and the others keep working', async () => {
  const cable = await open()
  const numbered = (n: number) =>
    JSON.stringify({ channel: 'NotificationChannel', account_id: owner.accountId, n })
  for (let n = 0; n <= 100; n++) cable.subscribe(numbered(n))
  const rejected = ({ type }: Frame) => type === 'reject_subscription'
  const { identifier } = await cable.frame(rejected, 'one was rejected')
  expect(identifier).toBe(numbered(100))
  expect(cable.frames.filter(confirmed)).toHaveLength(100)
  cable.send({ command: 'message', identifier: numbered(0), data: '{"action":"ping"}' })
  await cable.frame(
    ({ message }) => JSON.stringify(message)?.includes('pong') ?? false,
    'a pong arrived',
  )
})

test('invalid tokens are refused with the reason unauthorized', async () => {
  for (const token of ['', 'x', owner.refreshToken, 'swt_nosuch', `${owner.token}x`]) {
    const cable = await open(token)
    expect(await closeReason(cable)).toEqual({
      type: 'disconnect',
      reason: 'unauthorized',
      reconnect: false,
    })
    expect(cable.frames).toHaveLength(1)
  }
})

test('another origin, another path and a plain GET are refused', async () => {
  const evil = { origin: 'https://evil.example.com' }
  const refused = openSocket(installation.url, { token: owner.token, headers: evil })
  await expect(refused).rejects.toThrow('404')
  const own = await openSocket(installation.url, {
    token: owner.token,
    headers: { origin: installation.url },
  })
  await own.frame(({ type }) => type === 'welcome', 'the welcome frame arrived')
  own.close()
  expect((await installation.call('GET', '/cable')).status).toBe(404)
  const lines = [
    'GET /api/v1/nosuch HTTP/1.1',
    'host: x',
    'connection: Upgrade',
    'upgrade: websocket',
    '',
    '',
  ]
  expect((await sendRaw(installation.url, lines.join('\r\n'))).status).toBe(404)
})

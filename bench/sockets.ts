import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import pg from 'pg'

/**
 * The listeners: opens `count` WebSockets by hand (a full client would cost more than the server under test),
 * then for each question sends notifications one by one and answers how long each took to reach all sockets.
 */
export interface SocketsInput {
  url: string
  count: number
  databaseUrl: string
  channel: string
  stream: string
  /** Sent once per socket, to subscribe. */
  hello?: string
}
export type SocketsAnswer = { milliseconds: number[] }

const AT_ONCE = 50
const TIMEOUT_MS = 20_000

const input = JSON.parse(process.argv[2] ?? '') as SocketsInput
process.once('disconnect', () => process.exit(0))

let marker = 'confirm_subscription'
let heard = 0
let wanted = input.count
let complete = () => {}

const client = new pg.Client({ connectionString: input.databaseUrl })
await client.connect()
const opened = untilHeard('confirm_subscription', input.count)
for (let done = 0; done < input.count; done += AT_ONCE) {
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, input.count - done) }, open))
}
await opened
process.send?.({ ready: true })

process.on('message', async ({ messages }: { messages: number }) => {
  const milliseconds: number[] = []
  for (let i = 0; i < messages; i++) milliseconds.push(await broadcast())
  process.send?.({ milliseconds })
})

async function broadcast() {
  const id = randomBytes(12).toString('hex')
  const message = JSON.stringify({ type: 'new_notification', notification: { id, ...content } })
  const all = untilHeard(id, input.count)
  const started = performance.now()
  const payload = JSON.stringify({ stream: input.stream, message })
  await client.query('select pg_notify($1, $2)', [input.channel, payload])
  await all
  return performance.now() - started
}

function untilHeard(text: string, sockets: number) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  marker = text
  wanted = sockets
  heard = 0
  const timer = setTimeout(() => reject(new Error(`${heard} of ${wanted} heard`)), TIMEOUT_MS)
  complete = () => {
    clearTimeout(timer)
    resolve()
  }
  return promise
}

async function open() {
  const upgrade = request(input.url, {
    agent: false,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      'sec-websocket-protocol': 'actioncable-v1-json',
    },
  }).end()
  const [, socket, head] = (await once(upgrade, 'upgrade')) as [unknown, Duplex, Buffer]
  socket.on('data', hear)
  socket.on('error', () => process.exit(1))
  hear(head)
  if (input.hello) socket.write(maskedFrame(input.hello))
}

/** A frame reaches us in one piece: it is far smaller than a segment of the loopback interface. */
function hear(chunk: Buffer) {
  if (chunk.includes(marker) && ++heard === wanted) complete()
}

/** A text frame under a mask of zeros, which leaves the text as it is. */
function maskedFrame(text: string) {
  const length = Buffer.byteLength(text)
  const head = length < 126 ? [0x81, 0x80 | length] : [0x81, 0xfe, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), Buffer.from(text)])
}

const content = {
  notification_type: 'user_joined',
  title: 'Ada Lovelace joined',
  message: 'Ada Lovelace accepted the invitation and is now a member of the account.',
  severity: 'info',
  category: 'people',
  action_url: '/users/019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90',
  metadata: { user_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90' },
  read: false,
  created_at: '2026-11-23T09:30:00.000Z',
}

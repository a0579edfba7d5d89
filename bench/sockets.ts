import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import pg from 'pg'

/**
 * Opens `count` WebSockets without a client library (which would need more CPU time than the server under test).
 * For each message it sends notifications one by one and replies with the time that each took to reach all sockets.
 */
export interface SocketsInput {
  url: string
  count: number
  databaseUrl: string
  channel: string
  stream: string
  /** Sent once per socket, to subscribe. */
  subscribe?: string
}
export type SocketsReply = { milliseconds: number[] }

const CONCURRENT_OPENS = 50
const TIMEOUT_MS = 20_000

const input = JSON.parse(process.argv[2] ?? '') as SocketsInput
process.once('disconnect', () => process.exit(0))

let marker = 'confirm_subscription'
let received = 0
let expected = input.count
let complete = () => {}

const client = new pg.Client({ connectionString: input.databaseUrl })
await client.connect()
const opened = untilReceived('confirm_subscription', input.count)
for (let done = 0; done < input.count; done += CONCURRENT_OPENS) {
  await Promise.all(Array.from({ length: Math.min(CONCURRENT_OPENS, input.count - done) }, open))
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
  const all = untilReceived(id, input.count)
  const started = performance.now()
  const payload = JSON.stringify({ stream: input.stream, message })
  await client.query('select pg_notify($1, $2)', [input.channel, payload])
  await all
  return performance.now() - started
}

function untilReceived(text: string, sockets: number) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  marker = text
  expected = sockets
  received = 0
  const timer = setTimeout(
    () => reject(new Error(`received by ${received} of ${expected} sockets`)),
    TIMEOUT_MS,
  )
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
  socket.on('error', () => process.exit(1))
  // Like the client of Action Cable, which may lose a subscription that arrives before its welcome.
  if (input.subscribe && head.length === 0) await once(socket, 'data')
  socket.on('data', receive)
  if (input.subscribe) socket.write(maskedFrame(input.subscribe))
  else receive(head)
}

/** A frame arrives in one chunk, because it is far smaller than a segment of the loopback interface. */
function receive(chunk: Buffer) {
  if (chunk.includes(marker) && ++received === expected) complete()
}

/** A text frame with a zero mask, which does not change the text. */
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

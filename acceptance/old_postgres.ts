import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

const STARTUP_BYTES = 8

/** A server that says it is PostgreSQL 14, in its own protocol, and can do nothing else. */
export async function startOldPostgres(): Promise<{ url: string; stop(): void }> {
  const clients = new Set<Socket>()
  const server = createServer((client) => {
    clients.add(client)
    let greeted = false
    client.on('error', () => {})
    client.on('data', (data: Buffer) => {
      if (!greeted && data.length > STARTUP_BYTES) {
        greeted = true
        return client.write(Buffer.concat([message('R', int32(0)), READY]))
      }
      for (const text of questions(data)) client.write(answer(text))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `postgres://somebody:secret@127.0.0.1:${port}/old`,
    stop() {
      for (const client of clients) client.destroy()
      server.close()
    },
  }
}

const int16 = (number: number) => Buffer.from([number >> 8, number & 255])
const int32 = (number: number) => Buffer.concat([int16(number >>> 16), int16(number & 65535)])
const text = (value: string) => Buffer.from(`${value}\0`)

function message(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

const READY = message('Z', Buffer.from('I'))
const TYPE_INT4 = 23

/** The simple queries in what a client sent. */
function questions(data: Buffer): string[] {
  const found: string[] = []
  for (let at = 0; at < data.length; at += 1 + data.readInt32BE(at + 1)) {
    const length = data.readInt32BE(at + 1)
    if (data[at] === 'Q'.charCodeAt(0)) found.push(data.toString('utf8', at + 5, at + length))
  }
  return found
}

/** To whoever asks for its version it says 14; everything else is carried out without an effect. */
function answer(question: string): Buffer {
  if (!question.includes('server_version_num')) {
    return Buffer.concat([message('C', text('SET')), READY])
  }
  const column = Buffer.concat([text('version'), int32(0), int16(0), int32(TYPE_INT4)])
  const description = Buffer.concat([int16(1), column, int16(4), int32(-1), int16(0)])
  const row = Buffer.concat([int16(1), int32(2), Buffer.from('14')])
  return Buffer.concat([
    message('T', description),
    message('D', row),
    message('C', text('SELECT 1')),
    READY,
  ])
}

import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

const STARTUP_BYTES = 8

/** Starts a fake server that speaks the PostgreSQL protocol and only reports version 14. */
export async function startOldPostgres(): Promise<{ url: string; stop(): void }> {
  const clients = new Set<Socket>()
  const server = createServer((client) => {
    clients.add(client)
    let started = false
    client.on('error', () => {})
    client.on('data', (data: Buffer) => {
      if (!started && data.length > STARTUP_BYTES) {
        started = true
        return client.write(Buffer.concat([message('R', int32(0)), READY]))
      }
      for (const text of simpleQueries(data)) client.write(respond(text))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `postgres://user:secret@127.0.0.1:${port}/old`,
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

/** The simple queries in a client's message. */
function simpleQueries(data: Buffer): string[] {
  const found: string[] = []
  for (let at = 0; at < data.length; at += 1 + data.readInt32BE(at + 1)) {
    const length = data.readInt32BE(at + 1)
    if (data[at] === 'Q'.charCodeAt(0)) found.push(data.toString('utf8', at + 5, at + length))
  }
  return found
}

/** Returns 14 to a query for the version; accepts every other query without any effect. */
function respond(query: string): Buffer {
  if (!query.includes('server_version_num')) {
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

import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Which request, by method and path, and where on its way: before it arrives, or before its answer does. */
export interface TapPoint {
  of: RegExp
  when: 'asked' | 'answered'
}

/** A request that is held on its way. */
export interface Held {
  pass(): void
  /** Breaks the connection: a request does not arrive, an answer is lost. */
  drop(): void
}

/** Forwards requests to a process, and holds some of them. */
export interface Tap {
  url: string
  /** Resolves when the next request reaches this point. */
  hold(point: TapPoint): Promise<Held>
  close(): Promise<void>
}

interface Waiting extends TapPoint {
  reached(held: Held): void
}

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

/** `target` gives where to forward the next request. One whose sender is gone is not forwarded, and one that it waits for is aborted. */
export async function startTap(target: () => string): Promise<Tap> {
  let waiting: Waiting[] = []

  /** Whether the request may go on. */
  async function pass(name: string, when: TapPoint['when']): Promise<boolean> {
    const held = waiting.find((one) => one.when === when && one.of.test(name))
    if (!held) return true
    waiting = waiting.filter((one) => one !== held)
    return new Promise((resolve) =>
      held.reached({ pass: () => resolve(true), drop: () => resolve(false) }),
    )
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { method = '', url = '' } = incoming
    const name = `${method} ${url}`
    const body = await bytesOf(incoming)
    if (!(await pass(name, 'asked')) || outgoing.destroyed) return void outgoing.destroy()
    const { status, headers, body: content } = await forward(target(), incoming, body, outgoing)
    if (!(await pass(name, 'answered'))) return void outgoing.destroy()
    outgoing.writeHead(status, headers).end(content)
  }

  const server = createServer((incoming, outgoing) => {
    incoming.on('error', () => outgoing.destroy())
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    hold: (point) => new Promise((reached) => waiting.push({ ...point, reached })),
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function forward(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host: _, connection: __, 'transfer-encoding': ___, ...kept } = headers
    const own = { ...kept, 'content-length': String(body.length) }
    const options = { method, headers: own, agent: false }
    const upstream = request(new URL(url ?? '/', target), options, async (response) => {
      const { connection: ____, 'transfer-encoding': _____, ...sent } = response.headers
      const content = await bytesOf(response).catch(reject)
      if (!content) return
      const length = { 'content-length': String(content.length) }
      const { statusCode: status = 502 } = response
      const isBare = status === 204 || status === 304
      resolve({ status, headers: { ...sent, ...(!isBare && length) }, body: content })
    })
    upstream.on('error', reject)
    outgoing.once('close', () => upstream.destroy())
    upstream.end(body)
  })
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

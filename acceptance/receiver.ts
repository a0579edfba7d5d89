import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One webhook that came in. */
export interface Received {
  id: string
  type: string
  headers: Record<string, string>
  body: string
  at: number
}

export interface Receiver {
  url: string
  received: Received[]
  stop(): Promise<void>
}

type Answer = (reply: ServerResponse, received: Received, count: number) => void

/** Somebody else's server, on loopback: keeps what it was sent and answers as told, 204 by default. */
export async function startReceiver(
  answer: Answer = (reply) => reply.writeHead(204).end(),
): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer(async (request, reply) => {
    const body = await textOf(request)
    const headers = request.headers as Record<string, string>
    const one = {
      id: headers['webhook-id'] ?? '',
      type: JSON.parse(body).type as string,
      headers,
      body,
      at: Date.now(),
    }
    received.push(one)
    answer(reply, one, received.length)
  })
  server.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections()
        server.close(() => stopped())
      }),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

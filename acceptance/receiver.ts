import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A received delivery. */
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

type Respond = (reply: ServerResponse, received: Received, count: number) => void

/** Starts a webhook receiver on loopback that records deliveries and responds with `respond`, by default 204. */
export async function startReceiver(
  respond: Respond = (reply) => reply.writeHead(204).end(),
): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer(async (request, reply) => {
    const body = await textOf(request)
    const headers = request.headers as Record<string, string>
    const delivery = {
      id: headers['webhook-id'] ?? '',
      type: JSON.parse(body).type as string,
      headers,
      body,
      at: Date.now(),
    }
    received.push(delivery)
    respond(reply, delivery, received.length)
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

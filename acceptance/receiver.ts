import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came in, with the bytes that were signed. */
export interface Received {
  headers: IncomingHttpHeaders
  body: string
}

/** Somebody else's server, which notes what it gets and answers as it is told. */
export interface Receiver {
  url: string
  received: Received[]
  answer: { status: number; body: string }
  stop(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ headers: request.headers, body })
    response.writeHead(receiver.answer.status).end(receiver.answer.body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    answer: { status: 200, body: 'thanks' },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
  return receiver
}

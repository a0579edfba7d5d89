import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

const LOOK_EVERY_MS = 250

/** A load balancer before servers on loopback ports. */
export interface Balancer {
  url: string
  /** Whether the server behind this port was ready when it was last asked. */
  isReady(port: number): boolean
  /** How many requests and sockets it has passed to the server behind this port. */
  passed(port: number): number
  /** Requests and sockets that it could not pass on, each with the reason. */
  failures: string[]
  close(): Promise<void>
}

/**
 * Passes requests and WebSockets in turn to the servers that say they are ready, over connections that it keeps open, and
 * tries nothing twice: whatever a server leaves unanswered reaches the client as a 502.
 */
export async function startBalancer(ports: number[]): Promise<Balancer> {
  const ready = new Set<number>()
  const counts = new Map<number, number>()
  const failures: string[] = []
  const sockets = new Set<Duplex>()
  const agent = new Agent({ keepAlive: true })
  let turn = 0

  async function look(port: number) {
    const url = `http://127.0.0.1:${port}/api/v1/health/ready`
    const reply = await fetch(url).catch(() => undefined)
    await reply?.body?.cancel()
    if (reply?.status === 200) ready.add(port)
    else ready.delete(port)
  }
  const looking = setInterval(() => void Promise.all(ports.map(look)), LOOK_EVERY_MS)

  function next(what: string): number | undefined {
    const able = ports.filter((port) => ready.has(port))
    const port = able[turn++ % able.length]
    if (port === undefined) failures.push(`${what}: no server was ready`)
    else counts.set(port, (counts.get(port) ?? 0) + 1)
    return port
  }

  function pass(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { method = '', url = '', headers } = incoming
    const port = next(`${method} ${url}`)
    if (port === undefined) return void outgoing.writeHead(502).end()
    const { connection: _, ...kept } = headers
    const onward = request({ port, method, path: url, headers: kept, agent }, (answer) => {
      const { connection: __, 'keep-alive': ___, ...own } = answer.headers
      outgoing.writeHead(answer.statusCode ?? 502, own)
      answer.pipe(outgoing)
    })
    onward.on('error', (error) => {
      if (incoming.destroyed && !incoming.complete) return
      failures.push(`${method} ${url}: ${error.message}`)
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502).end()
    })
    outgoing.once('close', () => outgoing.writableFinished || onward.destroy())
    incoming.pipe(onward)
  }

  function passSocket(incoming: IncomingMessage, socket: Duplex, head: Buffer) {
    const port = next('a socket')
    if (port === undefined) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    const onward: Socket = connect(port, '127.0.0.1', () => {
      const { rawHeaders } = incoming
      const lines = rawHeaders.flatMap((name, at) =>
        at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : [],
      )
      onward.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    for (const end of [onward, socket]) {
      sockets.add(end)
      end.on('error', () => {})
      end.once('close', () => {
        sockets.delete(end)
        onward.destroy()
        socket.destroy()
      })
    }
  }

  const server = createServer(pass).on('upgrade', passSocket)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    failures,
    isReady: (one) => ready.has(one),
    passed: (one) => counts.get(one) ?? 0,
    async close() {
      clearInterval(looking)
      for (const socket of sockets) socket.destroy()
      agent.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

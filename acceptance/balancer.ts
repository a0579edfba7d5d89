import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

const CHECK_EVERY_MS = 250

/** A load balancer for servers on loopback ports. */
export interface Balancer {
  url: string
  /** Whether the last health check of the server on this port succeeded. */
  isReady(port: number): boolean
  /** How many requests and sockets were forwarded to the server on this port. */
  forwarded(port: number): number
  /** Requests and sockets that could not be forwarded, each with the reason. */
  failures: string[]
  close(): Promise<void>
}

/**
 * Forwards requests and WebSockets round-robin to the ready servers over keep-alive connections. It retries nothing:
 * if a server does not respond, the client gets a 502.
 */
export async function startBalancer(ports: number[]): Promise<Balancer> {
  const ready = new Set<number>()
  const counts = new Map<number, number>()
  const failures: string[] = []
  const sockets = new Set<Duplex>()
  const agent = new Agent({ keepAlive: true })
  let turn = 0

  async function check(port: number) {
    const url = `http://127.0.0.1:${port}/api/v1/health/ready`
    const reply = await fetch(url).catch(() => undefined)
    await reply?.body?.cancel()
    if (reply?.status === 200) ready.add(port)
    else ready.delete(port)
  }
  const checking = setInterval(() => void Promise.all(ports.map(check)), CHECK_EVERY_MS)

  function nextPort(description: string): number | undefined {
    const readyPorts = ports.filter((port) => ready.has(port))
    const port = readyPorts[turn++ % readyPorts.length]
    if (port === undefined) failures.push(`${description}: no server was ready`)
    else counts.set(port, (counts.get(port) ?? 0) + 1)
    return port
  }

  function forward(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { method = '', url = '', headers } = incoming
    const port = nextPort(`${method} ${url}`)
    if (port === undefined) return void outgoing.writeHead(502).end()
    const { connection: _, ...kept } = headers
    const upstream = request({ port, method, path: url, headers: kept, agent }, (response) => {
      const { connection: __, 'keep-alive': ___, ...own } = response.headers
      outgoing.writeHead(response.statusCode ?? 502, own)
      response.pipe(outgoing)
    })
    upstream.on('error', (error) => {
      if (incoming.destroyed && !incoming.complete) return
      failures.push(`${method} ${url}: ${error.message}`)
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502).end()
    })
    outgoing.once('close', () => outgoing.writableFinished || upstream.destroy())
    incoming.pipe(upstream)
  }

  function forwardSocket(incoming: IncomingMessage, socket: Duplex, head: Buffer) {
    const port = nextPort('a socket')
    if (port === undefined) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    const upstream: Socket = connect(port, '127.0.0.1', () => {
      const { rawHeaders } = incoming
      const lines = rawHeaders.flatMap((name, at) =>
        at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : [],
      )
      upstream.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      upstream.write(head)
      upstream.pipe(socket).pipe(upstream)
    })
    for (const end of [upstream, socket]) {
      sockets.add(end)
      end.on('error', () => {})
      end.once('close', () => {
        sockets.delete(end)
        upstream.destroy()
        socket.destroy()
      })
    }
  }

  const server = createServer(forward).on('upgrade', forwardSocket)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    failures,
    isReady: (port) => ready.has(port),
    forwarded: (port) => counts.get(port) ?? 0,
    async close() {
      clearInterval(checking)
      for (const socket of sockets) socket.destroy()
      agent.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

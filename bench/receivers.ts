import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Arrived {
  headers: IncomingHttpHeaders
  body: string
}

/** Receivers of webhooks on loopback, each on a port of its own, which count deliveries and reply with 204. */
export interface Receivers {
  urls: string[]
  /** Forgets the deliveries of the previous round. */
  reset(): void
  /** Throws unless `count` deliveries have arrived, and the last of each receiver has a valid signature. */
  verify(count: number, secrets: string[]): void
  /** Seconds since the first arrival. */
  seconds(): number
  close(): void
}

export async function openReceivers(count: number): Promise<Receivers> {
  let arrived = 0
  let first = 0
  const last: Arrived[] = []
  const servers = Array.from({ length: count }, (_, index) =>
    createServer((request, reply) => {
      let body = ''
      request.setEncoding('utf8')
      request.on('data', (text) => {
        body += text
      })
      request.once('end', () => {
        if (arrived++ === 0) first = performance.now()
        last[index] = { headers: request.headers, body }
        reply.writeHead(204).end()
      })
    }),
  )
  for (const server of servers) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }
  return {
    urls: servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    reset() {
      arrived = 0
      last.length = 0
    },
    verify(count, secrets) {
      if (arrived !== count) throw new Error(`${arrived} of ${count} deliveries arrived`)
      for (const [index, secret] of secrets.entries()) {
        if (!isSigned(last[index], secret)) throw new Error(`receiver ${index}: wrong signature`)
      }
    },
    seconds: () => (performance.now() - first) / 1000,
    close() {
      for (const server of servers) server.closeAllConnections()
      for (const server of servers) server.close()
    },
  }
}

/** Standard Webhooks 1.0. */
function isSigned(arrived: Arrived | undefined, secret: string) {
  const { headers = {}, body = '' } = arrived ?? {}
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const signature = createHmac('sha256', key).update(signed).digest('base64')
  return headers['webhook-signature'] === `v1,${signature}`
}

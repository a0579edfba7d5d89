import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on a free loopback port, reports its URL to the benchmark, and exits with the benchmark. */
export function listenAndReport(server: Server): void {
  process.once('disconnect', () => process.exit(0))
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    process.send?.({ url: `http://127.0.0.1:${port}` })
  })
}

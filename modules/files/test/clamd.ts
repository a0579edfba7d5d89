import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'

/** A double of clamd that finds the EICAR test file. `says` replaces its answer. */
export async function startClamd(says?: string) {
  const server = createServer((socket) => {
    let received: Buffer = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      // The stream ends with a chunk without content.
      if (!received.subarray(-4).equals(Buffer.alloc(4))) return
      const command = received.subarray(0, 10).toString()
      const found = received.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
      socket.end(`${says ?? (command === 'zINSTREAM\0' ? found : 'UNKNOWN COMMAND')}\0`)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `tcp://127.0.0.1:${port}`, close: () => server.close() }
}

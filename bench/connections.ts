import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const CONNECTIONS = 32
const END_OF_HEADERS = '\r\n\r\n'

/**
 * GETs `url` once with each of the access tokens, over 32 connections that are open already; returns the requests per second.
 * The load generator sends the same headers with every request, and a client library would need more CPU time.
 */
export async function onceWithEach(url: string, tokens: string[]): Promise<number> {
  const { hostname, port, pathname } = new URL(url)
  const sockets = Array.from({ length: CONNECTIONS }, () => connect(Number(port), hostname))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  let next = 0
  const started = performance.now()
  await Promise.all(
    sockets.map(async (socket) => {
      while (next < tokens.length) {
        const head = `GET ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\n`
        socket.write(`${head}authorization: Bearer ${tokens[next++]}${END_OF_HEADERS}`)
        await untilOk(socket)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  for (const socket of sockets) socket.destroy()
  return tokens.length / seconds
}

/** Resolves when a whole response has arrived; throws unless it is 200. */
async function untilOk(socket: Socket): Promise<void> {
  let text = ''
  for (;;) {
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    text += chunk.toString('latin1')
    const end = text.indexOf(END_OF_HEADERS)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1])
    if (end < 0 || text.length < end + END_OF_HEADERS.length + length) continue
    if (!text.startsWith('HTTP/1.1 200 ')) throw new Error(text)
    return
  }
}

import { connect } from 'node:net'
import type { Envelope, Reply } from './client.ts'

const TIMEOUT_MS = 15_000

/** Sends raw bytes over one TCP connection and reads one response. */
export function sendRaw(url: string, ...parts: (string | Uint8Array)[]): Promise<Reply> {
  const { hostname, port } = new URL(url)
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname)
    const received: Uint8Array[] = []
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('no response')))
    const finish = () => {
      const reply = parse(Buffer.concat(received).toString())
      if (!reply) return
      socket.destroy()
      done(reply)
    }
    socket.on('data', (chunk: Buffer) => {
      received.push(chunk)
      finish()
    })
    // A server that refuses early may close the connection while we still write; its response counts.
    socket.on('error', (error) => (received.length > 0 ? finish() : fail(error)))
    socket.on('end', () => fail(new Error(`closed after ${Buffer.concat(received)}`)))
    for (const part of parts) socket.write(part)
  })
}

/** Undefined until the response is complete. */
function parse(text: string): Reply | undefined {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Headers(
    lines.map((line) => line.split(/: ?(.*)/s).slice(0, 2) as [string, string]),
  )
  const length = Number(headers.get('content-length') ?? 0)
  if (rest.length === 0 || Buffer.byteLength(body) < length) return undefined
  const json = headers.get('content-type')?.includes('json') && length > 0
  return {
    status: Number(first.split(' ')[1]),
    headers,
    text: body,
    body: json ? (JSON.parse(body) as Envelope) : ({} as Envelope),
  }
}

import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

const IDLE_MS = 120_000

/** What the scanner found, or null. */
export type ScanResult = { threat: string | null }

/** Sends a file to clamd with its command INSTREAM. Throws if it cannot be reached, or answers anything else. */
export async function scanFile(
  url: string,
  path: string,
  signal: AbortSignal,
): Promise<ScanResult> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) || 3310, signal })
  socket.setTimeout(IDLE_MS, () => socket.destroy(new Error('The virus scanner does not answer')))
  await once(socket, 'connect')
  const answer = text(socket)
  answer.catch(() => {}) // awaited below
  try {
    await send(socket, 'zINSTREAM\0')
    for await (const chunk of createReadStream(path)) {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(chunk.length)
      await send(socket, length)
      await send(socket, chunk)
    }
    await send(socket, Buffer.alloc(4))
    const says = (await answer).replace(/\0/g, '').trim()
    if (says === 'stream: OK') return { threat: null }
    const found = /^stream: (.+) FOUND$/.exec(says)?.[1]
    if (found) return { threat: found }
    throw new Error(`The virus scanner answered: ${says.slice(0, 200)}`)
  } finally {
    socket.destroy()
  }

  async function send(to: typeof socket, bytes: string | Buffer) {
    if (!to.write(bytes)) await once(to, 'drain')
  }
}

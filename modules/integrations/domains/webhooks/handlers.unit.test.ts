import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { attemptDelivery } from './handlers.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A receiver on loopback that sends these bytes to each connection, and closes it unless told not to. */
async function receiver(head: string, body: string | Buffer = '', { hold = false } = {}) {
  const server = createTcpServer((socket) => {
    closing.push(() => socket.destroy())
    socket
      .on('error', () => {})
      .once('data', () => {
        socket.write(`HTTP/1.1 ${head}\r\n${hold ? '' : 'connection: close\r\n'}\r\n`)
        socket.write(body)
        if (!hold) socket.end()
      })
  }).listen(0, '127.0.0.1')
  closing.push(() => server.close())
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/`
  return { url, headers: {}, body: '{}', timeoutMs: 5000, allowPrivate: true }
}

const stop = new AbortController().signal

test('a receiver’s response is reported as text that can be stored, whatever it sent', async () => {
  const nul = await attemptDelivery(await receiver('200 OK', 'a\0b'), stop)
  expect(nul).toMatchObject({ http_status: 200, response_body: 'a\ufffdb' })
  const emoji = await attemptDelivery(await receiver('200 OK', `${'x'.repeat(999)}😀😀`), stop)
  expect(emoji.response_body).toBe(`${'x'.repeat(999)}😀`)
  const packed = await receiver('500 No\r\ncontent-encoding: gzip', gzipSync('out of order'))
  expect(await attemptDelivery(packed, stop)).toMatchObject({
    http_status: 500,
    response_body: 'out of order',
  })
  const binary = await attemptDelivery(
    await receiver('200 OK', Buffer.from([0xff, 0, 0x80, 0xd8])),
    stop,
  )
  expect(binary.response_body).toBe('\ufffd'.repeat(4))
  const unpackable = await receiver('200 OK\r\ncontent-encoding: gzip', 'not gzip')
  expect(await attemptDelivery(unpackable, stop)).toMatchObject({
    http_status: 200,
    response_body: '',
  })
})

test('an invalid HTTP status is reported as an error', async () => {
  for (const status of ['000', '099', '600', '999']) {
    const outcome = await attemptDelivery(await receiver(`${status} Odd`), stop)
    expect(outcome.http_status).toBeUndefined()
    expect(outcome.error).toBeTypeOf('string')
  }
})

test('`Retry-After` is reported as a number that can be stored', async () => {
  const waitOf = async (header: string) =>
    (await attemptDelivery(await receiver(`503 Busy\r\nretry-after: ${header}`), stop))
      .retry_after_seconds
  expect(await waitOf('120')).toBe(120)
  expect(await waitOf('999999999')).toBe(366 * 24 * 3600)
  expect(await waitOf('Fri, 31 Dec 9999 23:59:59 GMT')).toBe(366 * 24 * 3600)
  expect(await waitOf('Mon, 01 Jan 2001 00:00:00 GMT')).toBe(0)
  expect(await waitOf('soon')).toBeUndefined()
})

test('the status decides: a body that never ends or is cut off does not turn a success into a failure', async () => {
  const endless = await receiver('200 OK', 'thanks', { hold: true })
  expect(await attemptDelivery(endless, stop)).toMatchObject({
    http_status: 200,
    response_body: 'thanks',
  })
  const broken = await receiver('200 OK\r\ncontent-length: 100', 'half')
  expect(await attemptDelivery(broken, stop)).toMatchObject({
    http_status: 200,
    response_body: 'half',
  })
})

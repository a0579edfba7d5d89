import { randomBytes } from 'node:crypto'
import { type ClientRequest, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Installation } from '../installation.ts'

export const MEBIBYTE = 1024 * 1024
const CHUNK = randomBytes(MEBIBYTE)

export interface Sent {
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: string
}

/** Sends a body of so many bytes, between a head and a tail. */
export async function sendBytes(
  url: string,
  { method, headers }: { method: string; headers: Record<string, string | number> },
  size: number,
  [head, tail]: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)],
): Promise<Sent> {
  const length = head.length + size + tail.length
  const call = request(url, { method, headers: { ...headers, 'content-length': length } })
  const replied = replyOf(call)
  if (head.length > 0) call.write(head)
  for (let left = size; left > 0; left -= MEBIBYTE) {
    if (!call.write(CHUNK.subarray(0, left))) await drained(call)
  }
  call.end(tail)
  return replied
}

function replyOf(call: ClientRequest): Promise<Sent> {
  return new Promise((resolve, reject) => {
    call.once('error', reject)
    call.once('response', async (response) => {
      const { statusCode: status = 0, headers } = response
      resolve({ status, headers, body: await text(response) })
    })
  })
}

const drained = (call: ClientRequest) => new Promise<void>((resolve) => call.once('drain', resolve))

/** Reads a response to its end. Returns the number of bytes. */
export async function receiveBytes(url: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, { headers })
  let size = 0
  for await (const chunk of response.body ?? []) size += chunk.length
  return size
}

/** Megabytes per second of what `work` transfers. */
export async function speedOf(size: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return size / MEBIBYTE / ((performance.now() - started) / 1000)
}

/** Sends a file by a form, or in parts of 8 MiB by tus. Each returns its id. */
export function fileSender({ url }: Installation, token: string) {
  const authorization = `Bearer ${token}`
  return {
    async form(size: number): Promise<string> {
      const boundary = 'bench'
      const parts: [Buffer, Buffer] = [
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n`,
        ),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]
      const headers = { authorization, 'content-type': `multipart/form-data; boundary=${boundary}` }
      const sent = await sendBytes(`${url}/api/v1/files`, { method: 'POST', headers }, size, parts)
      if (sent.status !== 201) throw new Error(sent.body)
      return JSON.parse(sent.body).data.id
    },
    async tus(size: number): Promise<string> {
      const version = { authorization, 'tus-resumable': '1.0.0' }
      const filename = Buffer.from('a.bin').toString('base64')
      const created = await fetch(`${url}/api/v1/uploads`, {
        method: 'POST',
        headers: {
          ...version,
          'upload-length': String(size),
          'upload-metadata': `filename ${filename}`,
        },
      })
      const address = url + created.headers.get('location')
      let id = ''
      for (let offset = 0; offset < size; offset += 8 * MEBIBYTE) {
        const headers = {
          ...version,
          'upload-offset': offset,
          'content-type': 'application/offset+octet-stream',
        }
        const part = Math.min(8 * MEBIBYTE, size - offset)
        const sent = await sendBytes(address, { method: 'PATCH', headers }, part)
        if (sent.status !== 204) throw new Error(sent.body)
        id = String(sent.headers['powernode-file-id'] ?? '')
      }
      return id
    },
  }
}

import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'
import { archive } from './arrange.ts'

export const CONTENT = Buffer.from('First floor, second floor')

const VERSION = { 'tus-resumable': '1.0.0' }
const CHUNK = 'application/offset+octet-stream'

type Given = Record<string, string | number>

/** A client of tus 1.0 that sends what a test says, and nothing else. */
export function tusClient(app: FastifyInstance, { accessToken }: { accessToken: string }) {
  const authorization = `Bearer ${accessToken}`
  const call = async (
    method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE',
    path: string,
    headers: Given = {},
    payload?: Buffer,
  ) => {
    const reply = await app.inject({
      method,
      url: path,
      headers: { authorization, ...VERSION, ...headers } as Record<string, string>,
      ...(payload && { payload }),
    })
    const isJson = String(reply.headers['content-type']).startsWith('application/json')
    const body = isJson && reply.body ? reply.json() : {}
    return { status: reply.statusCode, headers: reply.headers, body, code: body.code }
  }
  return {
    call,
    /** Starts an upload; `metadata` as texts. */
    create: (length: number, metadata: Record<string, string> = {}, more: Given = {}) =>
      call('POST', '/api/v1/uploads', {
        'upload-length': length,
        'upload-metadata': metadataOf({ filename: 'plan.txt', ...metadata }),
        ...more,
      }),
    head: (path: string) => call('HEAD', path),
    patch: (path: string, offset: number, bytes: Buffer, more: Given = {}) =>
      call('PATCH', path, { 'upload-offset': offset, 'content-type': CHUNK, ...more }, bytes),
    cancel: (path: string) => call('DELETE', path),
  }
}

/** The header `Upload-Metadata`. */
export function metadataOf(metadata: Record<string, string>): string {
  const pairs = Object.entries(metadata)
  return pairs.map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',')
}

/** An account with a client of the protocol. */
export async function uploader() {
  const here = await archive()
  const tus = tusClient(here.app, here.owner)
  return {
    ...here,
    tus,
    /** Starts an upload, and returns its address. */
    start: async (length = CONTENT.length, metadata: Record<string, string> = {}) => {
      const { status, headers, body } = await tus.create(length, metadata)
      expect([status, body.errors]).toEqual([201, undefined])
      return String(headers.location)
    },
    stats: async () => (await here.owner.get('/storage/stats')).data,
  }
}

/** The id at the end of the address of an upload. */
export const idOf = (path: string) => path.split('/').at(-1) ?? ''
export const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { storageRoot } from '@powernode/modules/files/domains/storage/drivers.ts'
import { type TestResponse, type TestUser, world } from '@powernode/server/test/world.ts'
import { expect } from 'vitest'

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A file of a form: its name and content. */
export type Given = { filename?: string; content?: Buffer | string; fields?: object }

/** An account with helpers for its files. */
export async function archive() {
  const here = await world()
  const root = storageRoot(here.platform)
  return {
    ...here,
    root,
    /** Reads bytes without the envelope. */
    fetch: (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
      here.app.inject({ method, url: url.replace(/^https?:\/\/[^/]+/, ''), headers }),
    /** Keys of the objects in the folders of an account, including unfinished ones. */
    objectsOf: (user: TestUser) => filesBelow(join(root, user.accountId)),
    collect: () => here.worker.post('/internal/storage/collect'),
  }
}

/** Sends a form with a file. */
export function upload(
  user: Pick<TestUser, 'post'>,
  { filename = 'plan.txt', content = 'First floor', fields = {} }: Given = {},
  headers: Record<string, string> = {},
): Promise<TestResponse> {
  const { body, type } = formOf(filename, Buffer.from(content as string), fields)
  return user.post('/files', body, { 'content-type': type, ...headers })
}

/** Uploads a file that is accepted. */
export async function fileOf(user: TestUser, given: Given = {}) {
  const { status, data, body } = await upload(user, given)
  expect(status, JSON.stringify(body)).toBe(201)
  return data as {
    id: string
    filename: string
    checksum_sha256: string
    content_type: string
    urls: { view: string; download: string; public: string | null }
  }
}

/** A form as a browser sends it, with a boundary of its own each time. */
export function formOf(filename: string, content: Buffer, fields: object = {}) {
  const boundary = `----test${crypto.randomUUID()}`
  const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n`
  const texts = Object.entries(fields).map(
    ([name, value]) => `${part(`name="${name}"`)}\r\n${value}\r\n`,
  )
  const head = `${part(`name="file"; filename="${filename}"`)}Content-Type: application/octet-stream\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from(texts.join('') + head),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { body, type: `multipart/form-data; boundary=${boundary}` }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from './installation.ts'
import { register, type TestUser } from './people.ts'
import { newUpload, sendUpload } from './tus.ts'
import type { Shared } from './up.ts'

const MEBIBYTE = 1024 * 1024
const CONTENT = randomBytes(3 * MEBIBYTE)
const curl = (...args: string[]) => promisify(execFile)('curl', ['-sS', ...args])

let installation: Shared
let owner: TestUser
let folder: string

beforeAll(async () => {
  installation = await sharedInstallation()
  owner = await register(installation.url)
  folder = await mkdtemp(join(tmpdir(), 'powernode-uploads-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

async function checksumOf(id: string) {
  const { data } = await owner.api.GET('/api/v1/files/{id}', { params: { path: { id } } })
  return data?.data.checksum_sha256
}

test.each([
  ['in parts of 64 kB', { chunkSize: 64 * 1024 }],
  ['in parts of 100 MB', { chunkSize: 100_000_000 }],
  ['in one part', {}],
  ['with the first bytes in the creation', { uploadDataDuringCreation: true, chunkSize: MEBIBYTE }],
  ['without its length at first', { uploadLengthDeferred: true, chunkSize: MEBIBYTE }],
])('tus-js-client sends a file %s', async (name, options) => {
  const sent = await sendUpload(installation.url, owner, CONTENT, {
    filename: `${name}.bin`,
    ...options,
  })
  expect(await checksumOf(sent.fileId)).toBe(sha256(CONTENT))
})

/** Sends the first mebibyte of a file, and aborts. */
async function abortedUpload(filename: string) {
  const aborted = Promise.withResolvers<void>()
  const { upload } = newUpload(installation.url, owner, CONTENT, {
    filename,
    chunkSize: MEBIBYTE,
    onChunkComplete: () => void upload.abort().then(aborted.resolve),
  })
  upload.start()
  await aborted.promise
  return upload
}

test('tus-js-client goes on after it was aborted', async () => {
  const filename = 'aborted.bin'
  const { url: uploadUrl } = await abortedUpload(filename)
  const sent = await sendUpload(installation.url, owner, CONTENT, { filename, uploadUrl })
  expect(sent.url).toBe(uploadUrl)
  expect(sent.offsets).toEqual([MEBIBYTE])
  expect(await checksumOf(sent.fileId)).toBe(sha256(CONTENT))
})

test('tus-js-client cancels an upload', async () => {
  const upload = await abortedUpload('cancelled.bin')
  await upload.abort(true)
  const headers = { authorization: `Bearer ${owner.token}` }
  expect((await fetch(upload.url ?? '', { headers })).status).toBe(404)
})

test('curl uploads a file, downloads parts of it, and continues an interrupted download', async () => {
  const [sent, saved] = [join(folder, 'sent.bin'), join(folder, 'saved.bin')]
  await writeFile(sent, CONTENT)
  const auth = ['-H', `Authorization: Bearer ${owner.token}`]
  const uploaded = await curl(...auth, '-F', `file=@${sent}`, `${installation.url}/api/v1/files`)
  const { id } = JSON.parse(uploaded.stdout).data
  const address = `${installation.url}/api/v1/files/${id}/download`
  await writeFile(saved, CONTENT.subarray(0, MEBIBYTE))
  await curl(...auth, '-C', '-', '-o', saved, address)
  expect(sha256(await readFile(saved))).toBe(sha256(CONTENT))
  await curl(...auth, '-r', '10-19', '-o', saved, address)
  expect(await readFile(saved)).toEqual(CONTENT.subarray(10, 20))
  const past = [...auth, '-r', `${CONTENT.length}-`, '-o', saved, '-w', '%{http_code}']
  expect((await curl(...past, address)).stdout).toBe('416')
  expect((await readFile(saved)).toString()).toContain('range_not_satisfiable')
})

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workerClient } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { dataFolder } from '../launch.ts'
import { register, type TestUser } from '../people.ts'
import { kill } from '../processes.ts'
import { newUpload } from '../tus.ts'
import { until } from '../until.ts'
import { type Installation, postgresUrl } from '../up.ts'

// UPLOAD_KILLS=20 kills so often at each step.
const KILLS = Number(process.env.UPLOAD_KILLS ?? 1)
const MEBIBYTE = 1024 * 1024
/** Not yet durable, and on its way between the client and the disk. */
const MAX_LOST = 8 * MEBIBYTE
const MAX_ON_THE_WAY = 12 * MEBIBYTE

let installation: Installation
let owner: TestUser
let db: Client

beforeAll(async () => {
  installation = await startInstallation()
  owner = await register(installation.url)
  db = new Client({ connectionString: await postgresUrl(installation) })
  await db.connect()
})
afterAll(async () => {
  await db?.end()
  await installation?.stop()
})

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

/** Kills the server; `up` starts another. */
async function killServer() {
  const { server = 0 } = installation.pids()
  kill(server)
  await until(() => (installation.pids().server ?? server) !== server, 'another server was started')
  await until(isReady, 'it was ready', 60)
}

async function isReady() {
  const reply = await installation.call('GET', '/api/v1/health/ready').catch(() => undefined)
  return reply?.status === 200
}

async function rows<T>(query: string, values: unknown[] = []): Promise<T[]> {
  return (await db.query(query, values)).rows as T[]
}

/** Waits until the transaction of a request wants to write to a table, and kills the server. */
async function killWhenWriting(table: string, send: () => Promise<unknown>): Promise<unknown> {
  await db.query('begin')
  await db.query(`lock table ${table} in share mode`)
  const sending = send()
  sending.catch(() => {}) // awaited by the caller
  const waits = 'select from pg_locks where relation = $1::regclass and not granted limit 1'
  await until(async () => (await rows(waits, [table])).length > 0, `${table} was written to`)
  await killServer()
  await db.query('rollback')
  return sending
}

/** Sends a form until the response is final, with one Idempotency-Key. */
async function sendForm(filename: string, content: Buffer): Promise<void> {
  const key = randomUUID()
  await until(
    async () => {
      const body = new FormData()
      body.append('file', new Blob([new Uint8Array(content)]), filename)
      const headers = { authorization: `Bearer ${owner.token}`, 'idempotency-key': key }
      const url = `${installation.url}/api/v1/files`
      const reply = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined)
      await reply?.body?.cancel()
      return reply?.status === 201
    },
    `${filename} was stored`,
    90,
  )
}

/** Sends an upload by tus, and runs `act` once when a third was sent. */
async function sendParts(filename: string, content: Buffer, act = () => {}) {
  let sentAtKill = 0
  const { upload, done } = newUpload(installation.url, owner, content, {
    filename,
    onProgress: (sent) => {
      if (sentAtKill > 0 || sent < content.length / 3) return
      sentAtKill = sent
      act()
    },
  })
  upload.start()
  return { ...(await done), sentAtKill }
}

/** What the storages of the account have, by key. */
async function objects(): Promise<string[]> {
  const root = join(dataFolder(installation.folder), 'files', owner.accountId)
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

/** Lets leases of killed servers run out, and collects what they left. */
async function collect() {
  await db.query(
    `update blobs set lease_until = now() - interval '1 second' where state <> 'stored'`,
  )
  await db.query(
    `update uploads set expires_at = now() - interval '1 second' where completed_at is null`,
  )
  const token = await readFile(join(dataFolder(installation.folder), 'worker.token'), 'utf8')
  const { response } = await workerClient(installation.url, token.trim()).POST(
    '/api/v1/internal/storage/collect',
  )
  expect(response.status).toBe(200)
}

/** Files, objects and counters of the account agree, and nothing is reserved. */
async function expectConsistent() {
  await collect()
  const files = await rows<{ id: string; size: string; sha256: string }>(
    `select f.id, b.size_bytes as size, b.sha256 from files f join blobs b on b.id = f.blob_id where f.account_id = $1`,
    [owner.accountId],
  )
  const [space] = await rows(
    `select used_bytes::integer, reserved_bytes::integer, files_count::integer from storage where account_id = $1`,
    [owner.accountId],
  )
  const used_bytes = files.reduce((sum, { size }) => sum + Number(size), 0)
  expect(space).toEqual({ used_bytes, reserved_bytes: 0, files_count: files.length })
  expect(await objects()).toHaveLength(files.length)
  for (const { id, sha256: expected } of files) {
    const headers = { authorization: `Bearer ${owner.token}` }
    const reply = await fetch(`${installation.url}/api/v1/files/${id}/download`, { headers })
    expect(sha256(Buffer.from(await reply.arrayBuffer()))).toBe(expected)
  }
  const unknown = await rows('select id from blobs where state <> $1', ['stored'])
  expect(unknown).toEqual([])
}

test('64 MiB whose server is killed at a third goes on at another one, without a byte lost or stored twice', async () => {
  const content = randomBytes(64 * MEBIBYTE)
  let killed: Promise<void> | undefined
  const sent = await sendParts('large.bin', content, () => {
    killed = killServer()
  })
  await killed
  const [offset = 0] = sent.offsets
  expect(sent.sentAtKill - offset).toBeLessThanOrEqual(MAX_LOST + MAX_ON_THE_WAY)
  const params = { path: { id: sent.fileId } }
  const { data } = await owner.api.GET('/api/v1/files/{id}', { params })
  expect(data?.data).toMatchObject({
    file_size: 64 * MEBIBYTE,
    checksum_sha256: sha256(content),
  })
  await expectConsistent()
}, 180_000)

const steps: [string, (filename: string, content: Buffer) => Promise<unknown>][] = [
  [
    'a form is announced',
    (name, content) => killWhenWriting('blobs', () => sendForm(name, content)),
  ],
  [
    'a form is recorded',
    (name, content) => killWhenWriting('files', () => sendForm(name, content)),
  ],
  [
    'an upload begins',
    (name, content) => killWhenWriting('uploads', () => sendParts(name, content)),
  ],
  [
    'bytes of an upload arrive',
    async (name, content) => {
      let killed: Promise<void> | undefined
      await sendParts(name, content, () => {
        killed = killServer()
      })
      await killed
    },
  ],
  [
    'an upload is recorded',
    (name, content) => killWhenWriting('files', () => sendParts(name, content)),
  ],
]

test.each(steps)(
  'a server that is killed when %s leaves one file, and nothing besides',
  async (step, send) => {
    for (let round = 0; round < KILLS; round++) {
      const filename = `${step} ${round}.bin`
      const content = randomBytes(10 * MEBIBYTE + round)
      await send(filename, content)
      const found = await rows<{ sha256: string }>(
        'select b.sha256 from files f join blobs b on b.id = f.blob_id where f.filename = $1',
        [filename],
      )
      expect(found).toEqual([{ sha256: sha256(content) }])
    }
    await expectConsistent()
  },
  60_000 * (KILLS + 1),
)

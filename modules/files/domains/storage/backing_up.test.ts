import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { archive, fileOf } from '@powernode/modules/files/test/arrange.ts'
import { takeBackup } from '@powernode/server/platform/backup/backup.ts'
import { readBackup } from '@powernode/server/platform/backup/reading.ts'
import {
  holdStoredFiles,
  restoreStoredFiles,
} from '@powernode/server/platform/backup/stored_files.ts'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { storedFiles } from './backing_up.ts'

async function setUp() {
  const here = await archive()
  const folder = await mkdtemp(join(tmpdir(), 'powernode-files-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const url = here.platform.pool.options.connectionString ?? ''
  return { ...here, folder, url }
}

test('a backup has the stored files, and a restore writes them to where the database says they are', async () => {
  const { owner, root, folder, url, platform, objectsOf } = await setUp()
  await owner.post('/storage', {
    ...{ name: 'Archive', provider_type: 'local', is_default: true },
    configuration: { root_path: 'large/disk' },
  })
  const contents = ['First floor', 'Line\nbreaks\n', 'x'.repeat(700_000)]
  for (const content of contents) await fileOf(owner, { content })
  const path = join(folder, 'one.backup')
  const files = storedFiles(platform)
  const taken = await takeBackup(url, { path, product: '1.0.0', fingerprint: 'f', files })
  expect(taken.files).toBeGreaterThanOrEqual(3)

  const elsewhere = join(folder, 'files')
  const backup = await readBackup(path)
  for (const _ of ['restored', 'restored again']) {
    expect(await restoreStoredFiles(backup, elsewhere)).toBe(taken.files)
  }
  const blobs = await owner.ctx
    .own('blobs')
    .select()
    .select(['storage_id', 'key'])
    .orderBy('created_at')
    .execute()
  const placed = blobs.map(({ storage_id, key }) =>
    join(owner.accountId, 'large/disk', storage_id, key),
  )
  const read = (from: string) =>
    Promise.all(placed.map(async (one) => (await readFile(join(from, one))).toString()))
  expect(await read(elsewhere)).toEqual(contents)
  expect(await read(root)).toEqual(contents)
  expect(await objectsOf(owner)).toHaveLength(3)
})

test('a file that is deleted during a backup stays until it was copied', async () => {
  const { owner, url, collect, objectsOf } = await setUp()
  const { id } = await fileOf(owner)
  const client = new pg.Client(url)
  await client.connect()
  try {
    await holdStoredFiles(client)
    await owner.delete(`/files/${id}?permanent=true`)
    await collect()
    expect(await objectsOf(owner)).toHaveLength(1)
  } finally {
    await client.end()
  }
  await collect()
  expect(await objectsOf(owner)).toEqual([])
  expect((await owner.get('/storage/stats')).data.used_bytes).toBe(0)
})

test('a file that is lost is left out of a backup, and counted', async () => {
  const { owner, root, folder, url, platform } = await setUp()
  await fileOf(owner)
  await rm(join(root, owner.accountId), { recursive: true })
  const path = join(folder, 'one.backup')
  const files = storedFiles(platform)
  const taken = await takeBackup(url, { path, product: '1.0.0', fingerprint: 'f', files })
  expect(taken.missing_files).toBeGreaterThanOrEqual(1)
  expect((await readBackup(path)).index.sections.at(-1)).toMatchObject({
    ...{ kind: 'files', rows: taken.files },
  })
})

import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { archive, fileOf } from '@powernode/modules/files/test/arrange.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { describe, expect, test } from 'vitest'
import { announceBlob, renewLease } from './blob.ts'
import { collectBlobs } from './collecting.ts'
import { ensureDefaultStorage } from './default_storage.ts'
import { driverAt } from './drivers.ts'
import { verifyStorage } from './verification.ts'
import { writeBlob } from './writing.ts'

const CONTENT = Buffer.from('First floor')
const size = { atLeast: CONTENT.length, atMost: CONTENT.length }
const tooLarge = () => new Error('too large')

async function* bytes() {
  yield CONTENT
}

/** Announces an object as a server does that is then killed: nobody renews its lease. */
async function announce(ctx: Ctx) {
  const storageId = await ensureDefaultStorage(ctx)
  return ctx.transaction((tx) => announceBlob(tx, storageId, size))
}

const blobsOf = (ctx: Ctx) => ctx.own('blobs').select().select(['state', 'key']).execute()

describe('an upload whose server dies', () => {
  test.each([
    ['after it was announced', async () => {}],
    [
      'while it is written',
      async (ctx: Ctx, blob: Awaited<ReturnType<typeof announce>>) => {
        const driver = await driverAt(ctx, blob.storage_id)
        const interrupted = (async function* () {
          yield CONTENT
          throw new Error('killed')
        })()
        await driver.write(blob.key, interrupted).catch(() => {})
      },
    ],
    [
      'before the file is recorded',
      async (ctx: Ctx, blob: Awaited<ReturnType<typeof announce>>) => {
        await (await driverAt(ctx, blob.storage_id)).write(blob.key, bytes())
      },
    ],
  ])('%s leaves nothing after its lease', async (_, happen) => {
    const { owner, travel, objectsOf, collect } = await archive()
    const blob = await announce(owner.ctx)
    await happen(owner.ctx, blob)
    await collect()
    expect(await blobsOf(owner.ctx)).toHaveLength(1)
    expect((await owner.get('/storage/stats')).data.reserved_bytes).toBe(CONTENT.length)
    travel(1.1)
    await collect()
    expect(await blobsOf(owner.ctx)).toEqual([])
    expect(await objectsOf(owner)).toEqual([])
    expect((await owner.get('/storage/stats')).data).toMatchObject({
      ...{ used_bytes: 0, reserved_bytes: 0, files_count: 0 },
    })
  })

  test('loses to the collector once its lease has run out: no file without bytes', async () => {
    const { owner, travel, objectsOf, collect } = await archive()
    const storageId = await ensureDefaultStorage(owner.ctx)
    const late = writeBlob(
      owner.ctx,
      storageId,
      { ...size, bytes: bytes(), tooLarge },
      async (blob) => {
        travel(2)
        await collect()
        expect(await renewLease(owner.ctx, blob.id)).toBe(false)
        throw new Error('as settleBlob would')
      },
    )
    await expect(late).rejects.toThrow('as settleBlob would')
    expect([await blobsOf(owner.ctx), await objectsOf(owner)]).toEqual([[], []])
  })
})

describe('the collector', () => {
  test('counts what several remove at once only once', async () => {
    const { owner, platform } = await archive()
    const kept = await fileOf(owner)
    const deleted = await Promise.all(Array.from({ length: 20 }, () => fileOf(owner)))
    await Promise.all(deleted.map(({ id }) => owner.delete(`/files/${id}?permanent=true`)))
    const counts = await Promise.all([1, 2, 3].map(() => collectBlobs(platform.system())))
    expect(counts.reduce((sum, { removed }) => sum + removed, 0)).toBeGreaterThanOrEqual(20)
    expect((await owner.get('/storage/stats')).data).toMatchObject({
      ...{ used_bytes: 11, reserved_bytes: 0, files_count: 1 },
    })
    expect((await owner.get(`/files/${kept.id}/download`)).status).toBe(200)
  })

  test('removes objects that are already gone, and tries again what it cannot remove', async () => {
    const { owner, root, travel, collect, objectsOf } = await archive()
    const [gone, stuck] = [await fileOf(owner), await fileOf(owner)]
    const [object = ''] = await objectsOf(owner)
    expect(object).not.toBe('')
    for (const { id } of [gone, stuck]) await owner.delete(`/files/${id}?permanent=true`)
    const account = join(root, owner.accountId)
    const [storage = ''] = await readdir(account)
    await rm(join(account, storage), { recursive: true })
    await collect()
    expect(await blobsOf(owner.ctx)).toEqual([])
    travel(6)
    expect((await collect()).status).toBe(200)
  })
})

test('a file whose object is lost says so, and other requests go on', async () => {
  const { owner, root } = await archive()
  const { id } = await fileOf(owner)
  await rm(join(root, owner.accountId), { recursive: true })
  const { status, code, headers } = await owner.get(`/files/${id}/download`)
  expect([status, code]).toEqual([503, 'storage_unavailable'])
  expect(headers['content-disposition']).toBe(undefined)
  expect((await owner.get(`/files/${id}`)).status).toBe(200)
})

test('verification finds what is missing, unknown, changed and miscounted, and nothing else', async () => {
  const { owner, root, platform, stranger } = await archive()
  const files = await Promise.all([1, 2, 3].map(() => fileOf(owner)))
  await fileOf(await stranger())
  const problems = async (deep = false) => {
    const found: string[] = []
    for await (const { account_id, problem } of verifyStorage(platform.database, platform, deep)) {
      if (account_id === owner.accountId) found.push(problem)
    }
    return found.sort()
  }
  expect([await problems(), await problems(true)]).toEqual([[], []])
  const { storage_id } = (await owner.get(`/files/${files[0]?.id}`)).data
  const folder = join(root, owner.accountId, storage_id)
  const [missing = '', short = '', changed = ''] = (await blobsOf(owner.ctx)).map(({ key }) => key)
  await rm(join(folder, missing))
  await writeFile(join(folder, short), 'x')
  await writeFile(join(folder, changed), 'first floor')
  await writeFile(join(folder, 'stray.txt'), 'x')
  await rowsOf(owner.ctx, 'storage').update({ used_bytes: 1 }).execute()
  const shallow = [
    `${missing} is missing`,
    `${short} has 1 bytes instead of 11`,
    'stray.txt is unknown',
    'used_bytes is 1 instead of 33',
  ]
  expect(await problems()).toEqual(shallow.sort())
  expect(await problems(true)).toEqual(
    [...shallow, `${changed} has other content than was uploaded`].sort(),
  )
})

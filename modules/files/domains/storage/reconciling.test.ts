import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { archive, fileOf } from '@powernode/modules/files/test/arrange.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { expect, test } from 'vitest'
import { driverAt } from './drivers.ts'
import { recountSpace } from './recounting.ts'

async function setUp() {
  const here = await archive()
  const { owner, platform } = here
  const file = await fileOf(owner)
  const { storage_id } = (await owner.get(`/files/${file.id}`)).data
  /** Compares the storage of the account: the next one after an id that is a little less. */
  const reconcile = async () => {
    const after = storage_id.replace(/.{12}$/, '000000000000')
    const { data } = await here.worker.post('/internal/storage/reconcile', { after })
    expect(data.storage_id).toBe(storage_id)
    return data
  }
  const alerts = () =>
    platform.database
      .selectFrom('alerts')
      .select(['type', 'severity', 'summary', 'details'])
      .where('about_account_id', '=', owner.accountId)
      .orderBy('id')
      .execute()
  const driver = await driverAt(owner.ctx, storage_id)
  return { ...here, file, storage_id, reconcile, alerts, driver }
}

test('an object without a file is reported, and removed when it is found again a day later', async () => {
  const { owner, reconcile, alerts, driver, travel } = await setUp()
  expect(await reconcile()).toMatchObject({ missing: 0, unknown: 0, removed: 0 })
  await driver.write(
    'stray',
    (async function* () {
      yield Buffer.from('x')
    })(),
  )
  expect(await reconcile()).toMatchObject({ missing: 0, unknown: 1, removed: 0 })
  travel(60)
  expect(await reconcile(), 'too early').toMatchObject({ unknown: 1, removed: 0 })
  expect(await driver.sizeOf('stray')).toBe(1)
  travel(24 * 60)
  expect(await reconcile()).toMatchObject({ unknown: 0, removed: 1 })
  expect(await driver.sizeOf('stray')).toBe(undefined)
  expect((await rowsOf(owner.ctx, 'unknown_objects').select().selectAll().execute()).length).toBe(0)
  const [first] = await alerts()
  expect(first).toMatchObject({ type: 'storage_differs', severity: 'low' })
})

test('an object that got its row meanwhile stays', async () => {
  const { owner, reconcile, driver, storage_id, travel } = await setUp()
  await driver.write(
    'late',
    (async function* () {
      yield Buffer.from('x')
    })(),
  )
  expect(await reconcile()).toMatchObject({ unknown: 1 })
  await rowsOf(owner.ctx, 'blobs')
    .insert({ storage_id, key: 'late', lease_until: new Date(Date.now() + 1e12) })
    .execute()
  travel(24 * 60)
  expect(await reconcile()).toMatchObject({ unknown: 0, removed: 0 })
  expect(await driver.sizeOf('late')).toBe(1)
})

test('a file without its object raises an alert that names it', async () => {
  const { owner, root, reconcile, alerts, storage_id } = await setUp()
  const [{ key } = { key: '' }] = await rowsOf(owner.ctx, 'blobs').select().select('key').execute()
  await rm(join(root, owner.accountId, storage_id, key))
  expect(await reconcile()).toMatchObject({ missing: 1, unknown: 0, removed: 0 })
  expect(await alerts()).toEqual([
    {
      type: 'storage_differs',
      severity: 'high',
      summary: '1 files have no object, or another one.',
      details: { storage_id, findings: [`${key} is missing`] },
    },
  ])
})

test('wrong counters are corrected once, and reported', async () => {
  const { owner, platform, alerts, storage_id } = await setUp()
  await fileOf(owner)
  await rowsOf(owner.ctx, 'storage').update({ used_bytes: 5, files_count: 9 }).execute()
  await rowsOf(owner.ctx, 'account_storage').update({ used_bytes: 7, reserved_bytes: 3 }).execute()
  await recountSpace(platform.system())
  await recountSpace(platform.system())
  expect((await owner.get(`/storage/${storage_id}`)).data).toMatchObject({
    ...{ used_bytes: 22, reserved_bytes: 0, files_count: 2 },
  })
  expect((await owner.get('/storage/stats')).data).toMatchObject({
    ...{ used_bytes: 22, reserved_bytes: 0 },
  })
  expect(await alerts()).toMatchObject([
    {
      type: 'storage_miscounted',
      severity: 'high',
      details: {
        findings: [
          'used_bytes of Local storage was 5 instead of 22',
          'files_count of Local storage was 9 instead of 2',
          'used_bytes of the account was 7 instead of 22',
          'reserved_bytes of the account was 3 instead of 0',
        ],
      },
    },
  ])
})

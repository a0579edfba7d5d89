import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Reading } from '@powernode/server/platform/db/database.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { sql } from 'kysely'
import type { Driver } from './driver.ts'
import { type StoragePlace, storageFolder } from './drivers.ts'
import { openLocalDriver } from './local.ts'

const BATCH = 1000

/** What does not agree in a storage. */
export interface StorageFinding {
  account_id: string
  storage_id: string
  problem: string
}

interface StoredObject {
  id: string
  key: string
  size_bytes: number
  sha256: string | null
}

/**
 * Compares the rows of every local storage with its objects, in both directions, and its counters with its rows; with `deep`,
 * reads every object and compares its checksum. Changes nothing. Uploads and deletions may go on.
 */
export async function* verifyStorage(
  db: Reading<DB>,
  root: string,
  deep = false,
): AsyncGenerator<StorageFinding> {
  const storages = await db
    .selectFrom('storage')
    .select(['id', 'account_id', 'configuration'])
    .$narrowType<Pick<StoragePlace, 'configuration'>>()
    .orderBy('account_id')
    .execute()
  for (const storage of storages) {
    const { id: storage_id, account_id } = storage
    const driver = openLocalDriver(root, storageFolder(root, storage))
    const problems = [
      missingObjects(db, driver, storage_id, deep),
      unknownObjects(db, driver, storage_id),
      wrongCounters(db, storage_id),
    ]
    for (const found of problems) {
      for await (const problem of found) yield { account_id, storage_id, problem }
    }
  }
}

async function* missingObjects(
  db: Reading<DB>,
  driver: Driver,
  storageId: string,
  deep: boolean,
): AsyncGenerator<string> {
  for await (const blob of storedBlobs(db, storageId)) {
    const problem = await problemOfObject(driver, blob, deep)
    // It may have been deleted meanwhile.
    if (problem && (await isStored(db, blob.id))) yield `${blob.key} ${problem}`
  }
}

async function* storedBlobs(db: Reading<DB>, storageId: string): AsyncGenerator<StoredObject> {
  for (let last = ''; ; ) {
    const blobs = await db
      .selectFrom('blobs')
      .select(['id', 'key', 'size_bytes', 'sha256'])
      .where('storage_id', '=', storageId)
      .where('state', '=', 'stored')
      .where('key', '>', last)
      .orderBy('key')
      .limit(BATCH)
      .execute()
    yield* blobs
    if (blobs.length < BATCH) return
    last = blobs.at(-1)?.key ?? ''
  }
}

async function problemOfObject(
  driver: Driver,
  { key, size_bytes, sha256 }: StoredObject,
  deep: boolean,
) {
  const size = await driver.sizeOf(key)
  if (size === undefined) return 'is missing'
  if (size !== size_bytes) return `has ${size} bytes instead of ${size_bytes}`
  if (!deep) return undefined
  const hash = createHash('sha256')
  await pipeline(await driver.read(key), hash)
  return hash.digest('hex') === sha256 ? undefined : 'has other content than was uploaded'
}

async function isStored(db: Reading<DB>, id: string): Promise<boolean> {
  const blob = await db
    .selectFrom('blobs')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'stored')
    .executeTakeFirst()
  return blob !== undefined
}

/** Rows come before objects and go after them, so an object without a row was not written by an upload. */
async function* unknownObjects(
  db: Reading<DB>,
  driver: Driver,
  storageId: string,
): AsyncGenerator<string> {
  for await (const keys of batches(driver)) {
    const rows = await db
      .selectFrom('blobs')
      .select('key')
      .where('storage_id', '=', storageId)
      .where('key', 'in', keys)
      .execute()
    const known = new Set(rows.map(({ key }) => key))
    for (const key of keys) {
      if (!known.has(key) && (await driver.sizeOf(key)) !== undefined) yield `${key} is unknown`
    }
  }
}

async function* batches(driver: Driver): AsyncGenerator<string[]> {
  let keys: string[] = []
  for await (const key of driver.list()) {
    if (keys.push(key) < BATCH) continue
    yield keys
    keys = []
  }
  if (keys.length > 0) yield keys
}

async function* wrongCounters(db: Reading<DB>, storageId: string): AsyncGenerator<string> {
  const row = await db
    .selectFrom('storage')
    .select(['used_bytes', 'reserved_bytes', 'files_count'])
    .select((eb) => {
      const ofBlobs = (value: string) =>
        eb
          .selectFrom('blobs')
          .select(sql<number>`${sql.raw(value)}::bigint`.as('sum'))
          .whereRef('blobs.storage_id', '=', 'storage.id')
      return [
        ofBlobs('coalesce(sum(size_bytes), 0)').as('used'),
        ofBlobs('coalesce(sum(blobs.reserved_bytes), 0)').as('reserved'),
        ofBlobs('count(*) filter (where size_bytes > 0)').as('files'),
      ]
    })
    .where('id', '=', storageId)
    .executeTakeFirst()
  if (!row) return
  const pairs = [
    ['used_bytes', row.used_bytes, row.used],
    ['reserved_bytes', row.reserved_bytes, row.reserved],
    ['files_count', row.files_count, row.files],
  ] as const
  for (const [name, counted, actual] of pairs) {
    if (counted !== actual) yield `${name} is ${counted} instead of ${actual}`
  }
}

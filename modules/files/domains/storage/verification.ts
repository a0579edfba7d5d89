import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Reading } from '@powernode/server/platform/db/database.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import type { Driver } from './driver.ts'
import { type DriverSource, openDriver, placeColumns, type StoragePlace } from './drivers.ts'

const BATCH = 1000
const AT_ONCE = 16

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
 * Compares the rows of every storage with its objects, in both directions, and its counters with its rows; with `deep`,
 * reads every object and compares its checksum. Changes nothing. Uploads and deletions may go on.
 */
export async function* verifyStorage(
  db: Reading<DB>,
  source: DriverSource,
  deep = false,
): AsyncGenerator<StorageFinding> {
  const storages = await db
    .selectFrom('storage')
    .select(placeColumns)
    .$narrowType<Pick<StoragePlace, 'configuration'>>()
    .orderBy('account_id')
    .execute()
  for (const storage of storages) {
    const { id: storage_id, account_id } = storage
    for await (const problem of problemsIn(db, source, storage, deep)) {
      yield { account_id, storage_id, problem }
    }
  }
}

async function* problemsIn(
  db: Reading<DB>,
  source: DriverSource,
  storage: StoragePlace,
  deep: boolean,
): AsyncGenerator<string> {
  try {
    const driver = openDriver(source, storage)
    for await (const key of unknownObjects(db, driver, storage.id)) yield `${key} is unknown`
    yield* missingObjects(db, driver, storage.id, deep)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    yield `it cannot be compared: ${error.message}`
  }
  yield* wrongCounters(db, storage.id)
}

/** What is wrong with the objects that the rows of a storage describe. */
export async function* missingObjects(
  db: Reading<DB>,
  driver: Driver,
  storageId: string,
  deep = false,
): AsyncGenerator<string> {
  for await (const blobs of storedBlobs(db, storageId)) {
    const problems = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, first) =>
        problemsOf(
          driver,
          blobs.filter((_, index) => index % AT_ONCE === first),
          deep,
        ),
      ),
    )
    for (const { blob, problem } of problems.flat()) {
      // It may have been deleted meanwhile.
      if (await isStored(db, blob.id)) yield `${blob.key} ${problem}`
    }
  }
}

async function problemsOf(driver: Driver, blobs: StoredObject[], deep: boolean) {
  const found: { blob: StoredObject; problem: string }[] = []
  for (const blob of blobs) {
    const problem = await problemOfObject(driver, blob, deep)
    if (problem) found.push({ blob, problem })
  }
  return found
}

async function* storedBlobs(db: Reading<DB>, storageId: string): AsyncGenerator<StoredObject[]> {
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
    yield blobs
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
  try {
    await pipeline(await driver.read(key), hash)
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`
  }
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

/**
 * The keys of objects without a row. Rows come before objects and go after them, so no upload wrote these. Fails before the
 * first one if the storage cannot be used.
 */
export async function* unknownObjects(
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
      if (!known.has(key) && (await driver.sizeOf(key)) !== undefined) yield key
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

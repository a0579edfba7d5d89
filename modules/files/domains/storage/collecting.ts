import { STORED_FILES_LOCK } from '@powernode/server/platform/backup/stored_files.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { LEASE_MS } from './blob.ts'
import { driverAt } from './drivers.ts'
import { changeSpace } from './space.ts'

const BATCH = 200
const MAX_BATCHES = 100
const AT_ONCE = 16
/** How long a storage that fails is left alone. */
const RETRY_MS = 5 * 60_000

export const CollectedBlobs = Shape('CollectedBlobs', {
  removed: Count('Objects that were removed'),
  failed: Count('Objects that could not be removed; they are tried again later', [0]),
})

type Counts = Static<typeof CollectedBlobs>

interface ClaimedBlob {
  id: string
  account_id: string
  storage_id: string
  key: string
  /** 0 unless the object was complete. */
  size_bytes: number
}

/**
 * Removes the objects of deleted files, and of uploads that were given up or whose server died: first the object, then its row
 * and the space it takes. Several servers may do it at once.
 */
export async function collectBlobs(ctx: PlatformCtx): Promise<Counts> {
  const counts: Counts = { removed: 0, failed: 0 }
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    const due = await claimDue(ctx)
    if (due.length === 0) break
    const { removed, failed } = await removeBlobs(ctx, due)
    counts.removed += removed
    counts.failed += failed
  }
  return counts
}

/** Removes objects that the caller has claimed, with their rows. What fails is tried again later. */
export async function removeBlobs(ctx: PlatformCtx, claimed: ClaimedBlob[]): Promise<Counts> {
  const gone = await removeObjects(ctx, claimed)
  return { removed: await deleteRows(ctx, gone), failed: claimed.length - gone.length }
}

/**
 * Takes what is due for a minute, so that no other collector does the same. An upload whose lease has run out has ended. While a
 * backup copies files, those that were complete stay.
 */
function claimDue(ctx: PlatformCtx): Promise<ClaimedBlob[]> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('only bytes that no file has')
    const db = tx.acrossAccounts({ because: 'the collector serves all accounts' })
    const { rows } = await sql<{ free: boolean }>`
      select pg_try_advisory_xact_lock(${sql.raw(STORED_FILES_LOCK)}) as free`.execute(db)
    const due = db
      .selectFrom('blobs')
      .select('id')
      .where('state', '!=', 'stored')
      .where('size_bytes', rows[0]?.free ? '>=' : '=', 0)
      .where('lease_until', '<=', tx.now())
      .orderBy('lease_until')
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
    return db
      .updateTable('blobs')
      .set({ state: 'deleting', lease_until: new Date(tx.now().getTime() + LEASE_MS) })
      .where('id', 'in', due)
      .returning(['id', 'account_id', 'storage_id', 'key', 'size_bytes'])
      .execute()
  })
}

/** Returns those that are gone. The others are due again in five minutes. */
async function removeObjects(ctx: PlatformCtx, due: ClaimedBlob[]): Promise<ClaimedBlob[]> {
  const drivers = new Map<string, ReturnType<typeof driverAt>>()
  const waiting = [...due]
  const removed: ClaimedBlob[] = []
  const failed: string[] = []

  async function removeNext() {
    for (let blob = waiting.pop(); blob; blob = waiting.pop()) {
      const driver = drivers.get(blob.storage_id) ?? driverAt(ctx, blob.storage_id)
      drivers.set(blob.storage_id, driver)
      try {
        await (await driver).remove(blob.key, { unfinished: blob.size_bytes === 0 })
        removed.push(blob)
      } catch (error) {
        failed.push(blob.id)
        ctx.log.warn({ blob: blob.id, reason: (error as Error).message }, 'not removed')
      }
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, removeNext))
  if (failed.length > 0) await postpone(ctx, failed)
  return removed
}

function postpone(ctx: PlatformCtx, ids: string[]) {
  return ctx.transaction((tx) => {
    tx.prepares('only the time of the next attempt')
    return tx
      .acrossAccounts({ because: 'the collector serves all accounts' })
      .updateTable('blobs')
      .set({ lease_until: new Date(tx.now().getTime() + RETRY_MS) })
      .where('id', 'in', ids)
      .execute()
  })
}

/** Deletes the rows of removed objects, and frees their space. A row that another collector deleted does not count twice. */
async function deleteRows(ctx: PlatformCtx, removed: ClaimedBlob[]): Promise<number> {
  let deleted = 0
  const byStorage = Map.groupBy(removed, ({ storage_id }) => storage_id)
  for (const [storage_id, blobs] of byStorage) {
    const accountId = blobs[0]?.account_id ?? ''
    await ctx.inAccount(accountId, { kind: 'system' }).transaction(async (tx) => {
      tx.prepares('only bytes that no file has')
      const rows = await tx
        .own('blobs')
        .delete()
        .where('state', '=', 'deleting')
        .where(
          'id',
          'in',
          blobs.map(({ id }) => id),
        )
        .returning(['size_bytes', 'reserved_bytes'])
        .execute()
      deleted += rows.length
      const sum = (field: 'size_bytes' | 'reserved_bytes') =>
        rows.reduce((total, row) => total + row[field], 0)
      // An object has a size once it was complete.
      const files = rows.filter(({ size_bytes }) => size_bytes > 0).length
      await changeSpace(tx, {
        storage_id,
        used: -sum('size_bytes'),
        reserved: -sum('reserved_bytes'),
        files: -files,
      })
    })
  }
  return deleted
}

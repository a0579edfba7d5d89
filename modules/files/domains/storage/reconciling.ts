import { randomUUIDv7 } from 'node:crypto'
import { raiseAlert } from '@powernode/modules/monitoring/domains/alerts/opening.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Id, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import { type DriverSource, openDriver, placeColumns, type StoragePlace } from './drivers.ts'
import { missingObjects, unknownObjects } from './verification.ts'

/** How many findings an alert names. */
const NAMED = 20
const BATCH = 500

export const NextReconciliation = Shape('NextReconciliation', {
  after: Type.Optional(Id('The storage that was compared last')),
})

export const ReconciledStorage = Shape('ReconciledStorage', {
  storage_id: Nullable(Id('The storage that was compared; null if there is none left')),
  missing: Count('Files without an object, or with another one', [0]),
  unknown: Count('Objects without a file that were found for the first time', [0]),
  removed: Count('Objects without a file that were found a day ago too, and were removed', [0]),
})

/**
 * Compares the next storage with the database, in both directions. What no row describes is removed if it was found at least a
 * day ago too: the server never writes an object before its row. The rest is reported as an alert.
 */
export async function reconcileNext(
  ctx: PlatformCtx,
  { after }: Static<typeof NextReconciliation>,
): Promise<Static<typeof ReconciledStorage>> {
  const place = await findNext(ctx, after)
  const counts = { missing: 0, unknown: 0, removed: 0 }
  if (!place) return { storage_id: null, ...counts }
  const named: string[] = []
  const name = (finding: string) => {
    if (named.length < NAMED) named.push(finding)
  }
  try {
    const driver = openDriver(ctx.platform as DriverSource, place)
    const found = new Set<string>()
    for await (const key of unknownObjects(ctx.db, driver, place.id)) found.add(key)
    for (const key of await recordUnknown(ctx, place, [...found])) {
      await driver.remove(key)
      counts.removed++
    }
    counts.unknown = found.size - counts.removed
    for await (const problem of missingObjects(ctx.db, driver, place.id)) {
      counts.missing++
      name(problem)
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    name(error.message)
  }
  if (named.length + counts.unknown + counts.removed > 0) await report(ctx, place, counts, named)
  return { storage_id: place.id, ...counts }
}

function findNext(ctx: PlatformCtx, after: string | undefined): Promise<StoragePlace | undefined> {
  let query = ctx
    .acrossAccounts({ because: 'the storages of all accounts are compared' })
    .selectFrom('storage')
    .select(placeColumns)
    .$narrowType<Pick<StoragePlace, 'configuration'>>()
    .orderBy('id')
    .limit(1)
  if (after !== undefined) query = query.where('id', '>', after)
  return query.executeTakeFirst()
}

/** Remembers the objects without a row. Returns those that were found a day ago too, and forgets all others of the past. */
async function recordUnknown(ctx: PlatformCtx, place: StoragePlace, keys: string[]) {
  const { id: storage_id, account_id } = place
  return ctx.inAccount(account_id, { kind: 'system' }).transaction(async (tx) => {
    tx.unaudited('bytes that no file has')
    const known = await tx
      .own('unknown_objects')
      .select()
      .select(['key', 'found_at'])
      .where('storage_id', '=', storage_id)
      .execute()
    const times = new Map(known.map(({ key, found_at }) => [key, found_at.getTime()]))
    const due = keys.filter((key) => (times.get(key) ?? Infinity) <= tx.now().getTime() - DAY_MS)
    const removed = new Set(due)
    await tx.own('unknown_objects').delete().where('storage_id', '=', storage_id).execute()
    const rows = keys
      .filter((key) => !removed.has(key))
      .map((key) => ({
        id: randomUUIDv7(),
        storage_id,
        key,
        found_at: new Date(times.get(key) ?? tx.now()),
      }))
    for (let first = 0; first < rows.length; first += BATCH) {
      await tx
        .own('unknown_objects')
        .insert(rows.slice(first, first + BATCH))
        .execute()
    }
    return due
  })
}

function report(
  ctx: PlatformCtx,
  { id, account_id }: StoragePlace,
  { missing, unknown, removed }: { missing: number; unknown: number; removed: number },
  findings: string[],
) {
  const parts = [
    missing > 0 && `${missing} files have no object, or another one`,
    unknown > 0 && `${unknown} objects have no file`,
    removed > 0 && `${removed} objects without a file were removed`,
  ].filter((part) => part !== false)
  return raiseAlert(ctx, {
    type: 'storage_differs',
    severity: missing > 0 ? 'high' : 'low',
    summary: `${parts.join('; ') || 'The storage cannot be compared'}.`,
    account_id,
    details: { storage_id: id, findings },
    dedupe_key: `storage-differs-${id}`,
  })
}

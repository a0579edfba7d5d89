import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { openDriver, placeColumns, type StoragePlace } from './drivers.ts'
import { announceFailure, announceRecovery } from './failing.ts'
import { lockStorage } from './storage.ts'
import { problemOf, recordResult } from './testing.ts'

/** A storage that fails so many checks, one after the other, takes no new files. */
const FAILURES = 5
/** A little less than the time between two runs of the job. */
const DUE_MS = 4.5 * 60_000
const BATCH = 100
const AT_ONCE = 8

export const CheckedStorages = Shape('CheckedStorages', {
  checked: Count('Storages that were checked'),
  failed: Count('Those that could not be used', [0]),
})

/**
 * Checks the storages that have a place of their own: those of accounts, and folders where other disks may be mounted. The disk
 * and the bucket of the operator, which all others share, are a component of the health.
 */
export async function checkStorages(ctx: PlatformCtx): Promise<Static<typeof CheckedStorages>> {
  const counts = { checked: 0, failed: 0 }
  for (;;) {
    const due = await claimDue(ctx)
    const waiting = [...due]
    const checkNext = async () => {
      for (let place = waiting.pop(); place; place = waiting.pop()) {
        counts.checked++
        const problem = await check(ctx, place).catch((error: Error) => {
          ctx.log.warn({ storage: place.id, reason: error.message }, 'not checked')
          return error.message
        })
        if (problem) counts.failed++
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, checkNext))
    if (due.length < BATCH) return counts
  }
}

/** Takes storages that were not checked for some minutes, so that no other server checks them too. */
function claimDue(ctx: PlatformCtx): Promise<StoragePlace[]> {
  return ctx.transaction((tx) => {
    tx.unaudited('only the time of the check')
    const db = tx.acrossAccounts({ because: 'the storages of all accounts are checked' })
    const due = db
      .selectFrom('storage')
      .innerJoin('accounts', 'accounts.id', 'storage.account_id')
      .select('storage.id')
      .where('accounts.status', '=', 'active')
      .where('storage.status', 'in', ['active', 'failed'])
      .where((eb) =>
        eb.or([eb('storage.is_own', '=', true), sql<boolean>`storage.configuration ? 'root_path'`]),
      )
      .where((eb) =>
        eb.or([
          eb('storage.last_checked_at', 'is', null),
          eb('storage.last_checked_at', '<', new Date(tx.now().getTime() - DUE_MS)),
        ]),
      )
      .limit(BATCH)
      .forUpdate('storage')
      .skipLocked()
    return db
      .updateTable('storage')
      .set({ last_checked_at: tx.now() })
      .where('id', 'in', due)
      .returning(placeColumns)
      .$narrowType<Pick<StoragePlace, 'configuration'>>()
      .execute()
  })
}

/** Returns what is wrong with a storage. */
async function check(ctx: PlatformCtx, place: StoragePlace): Promise<string | undefined> {
  const problem = await problemOf(openDriver(ctx.platform, place))
  await ctx.inAccount(place.account_id, { kind: 'system' }).transaction(async (tx) => {
    tx.unaudited('a check changes nothing; failure and recovery are audited')
    const storage = await lockStorage(tx, place.id)
    const failed_checks = problem ? storage.failed_checks + 1 : 0
    await recordResult(tx, place.id, problem, { last_checked_at: tx.now(), failed_checks })
    if (problem && storage.status === 'active' && failed_checks >= FAILURES) {
      await announceFailure(tx, storage, problem)
    }
    if (!problem && storage.status === 'failed') await announceRecovery(tx, storage)
  })
  return problem
}

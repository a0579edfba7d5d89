import { randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import { takeBackupInThread } from '@powernode/server/platform/backup/in_thread.ts'
import type { Ctx, PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import type { Backups } from '@powernode/server/platform/db/rows.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Selectable, sql } from 'kysely'
import { selectBackups } from './backup.ts'
import { slotAt } from './overdue.ts'
import { backupFailureReason } from './reason.ts'
import { deleteOldBackups, fileNameAt } from './retention.ts'
import { folderOf, makeBackupFolder } from './setting.ts'

const SEEN_MS = 10_000
const SILENT_MS = MINUTE_MS
/** After a failure the same turn is tried again, but not at once. */
const RETRY_MS = HOUR_MS

const underWay = new Set<Promise<void>>()

type Row = Selectable<Backups>

/** Begins a backup because somebody asks. It goes on after the answer. */
export async function startBackup(ctx: Ctx) {
  const row = await claim(ctx, false)
  if (!row) throw fail.with('conflict', 'A backup is running already')
  const backup = await selectBackups(ctx).where('id', '=', row.id).executeTakeFirstOrThrow()
  run(ctx.platform.system(), row)
  return backup
}

/** Begins the backup of this turn where it is due and no server has begun it. */
export async function startDueBackup(ctx: PlatformCtx): Promise<void> {
  if (!ctx.platform.settings.values.scheduled_backups) return
  const row = await claim(ctx, true)
  if (row) run(ctx, row)
}

/** Settles when the backups of this process have ended; they are given up when it stops. */
export async function backupsEnded(): Promise<void> {
  await Promise.all(underWay)
}

/** The row of a backup that this process is to take; none where one runs or, by the schedule, is not due. */
function claim(ctx: PlatformCtx, scheduled: boolean): Promise<Row | undefined> {
  return ctx.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('powernode backups'))`.execute(tx.db)
    await giveUpSilent(tx)
    const running = await tx.db
      .selectFrom('backups')
      .select('id')
      .where('status', '=', 'running')
      .executeTakeFirst()
    if (running || (scheduled && !(await isDue(tx)))) return undefined
    const now = tx.now()
    const id = randomUUIDv7()
    const path = join(folderOf(tx), fileNameAt(now))
    const { actor } = tx
    const row = await tx.db
      .insertInto('backups')
      .values({
        id,
        scheduled,
        path,
        started_by_id: actor.kind === 'user' ? actor.userId : null,
        started_at: now,
        seen_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await tx.audit('backup.started', id, { metadata: { path, scheduled } })
    return row
  })
}

/** Ends what nobody writes any more, since its server was killed. */
async function giveUpSilent(tx: PlatformTx) {
  tx.unaudited('the row of the backup says how it ended')
  await tx.db
    .updateTable('backups')
    .set({ status: 'failed', error: 'The server stopped before it was done', ended_at: tx.now() })
    .where('status', '=', 'running')
    .where('seen_at', '<', new Date(tx.now().getTime() - SILENT_MS))
    .execute()
}

async function isDue(tx: PlatformTx) {
  const last = await tx.db
    .selectFrom('backups')
    .select(['status', 'started_at'])
    .where('scheduled', '=', true)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return true
  const now = tx.now()
  if (last.status === 'failed') return now.getTime() - last.started_at.getTime() >= RETRY_MS
  const { values } = tx.platform.settings
  return slotAt(last.started_at, values) < slotAt(now, values)
}

function run(ctx: PlatformCtx, row: Row) {
  const running = write(ctx, row)
    .catch((error: Error) => ctx.log.error({ reason: error.message }, 'backup not recorded'))
    .finally(() => underWay.delete(running))
  underWay.add(running)
}

/** Writes the file in a thread beside, deletes those that are too many, and records what came of it. */
async function write(ctx: PlatformCtx, { id, path }: Row) {
  const { platform } = ctx
  const seen = setInterval(() => {
    void sayRunning(ctx, id).catch(() => {})
  }, SEEN_MS)
  try {
    const folder = folderOf(ctx)
    await makeBackupFolder(folder)
    const { rows, bytes } = await takeBackupInThread(platform, path)
    await end(ctx, id, { status: 'completed', size_bytes: bytes, row_count: rows })
    await deleteOldBackups(folder, platform.settings.values.backups_kept)
  } catch (error) {
    const reason = backupFailureReason(error as Error).slice(0, 2000)
    ctx.log.error({ reason }, 'the backup failed')
    await end(ctx, id, { status: 'failed', error: reason })
  } finally {
    clearInterval(seen)
  }
}

function end(
  ctx: PlatformCtx,
  id: string,
  outcome: Pick<Row, 'status'> & Partial<Pick<Row, 'size_bytes' | 'row_count' | 'error'>>,
) {
  return ctx.transaction(async (tx) => {
    const ended = await tx.db
      .updateTable('backups')
      .set({ ...outcome, ended_at: tx.now() })
      .where('id', '=', id)
      .where('status', '=', 'running')
      .returning('path')
      .executeTakeFirst()
    const { status, ...metadata } = outcome
    if (ended) await tx.audit(`backup.${status}`, id, { metadata })
  })
}

async function sayRunning(ctx: PlatformCtx, id: string) {
  await ctx.transaction(async (tx) => {
    tx.unaudited('a sign of life of a backup that is written')
    await tx.db.updateTable('backups').set({ seen_at: tx.now() }).where('id', '=', id).execute()
  })
}

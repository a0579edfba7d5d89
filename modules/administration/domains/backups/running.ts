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
import { createBackupFolder, folderOf } from './setting.ts'

const SEEN_MS = 10_000
const HEARTBEAT_TIMEOUT_MS = MINUTE_MS
/** After a failure the same interval is retried, after a delay. */
const RETRY_MS = HOUR_MS

const runningBackups = new Set<Promise<void>>()

type Row = Selectable<Backups>

/** Starts a backup on request. It continues after the response. */
export async function startBackup(ctx: Ctx) {
  const row = await claim(ctx, false)
  if (!row) throw fail.with('conflict', 'A backup is already running')
  const backup = await selectBackups(ctx).where('id', '=', row.id).executeTakeFirstOrThrow()
  run(ctx.platform.system(), row)
  return backup
}

/** Starts the backup of this interval if it is due and no server has started it. */
export async function startDueBackup(ctx: PlatformCtx): Promise<void> {
  if (!ctx.platform.settings.values.scheduled_backups) return
  const row = await claim(ctx, true)
  if (row) run(ctx, row)
}

/** Resolves when the backups of this process have ended; they are aborted when it stops. */
export async function waitForBackups(): Promise<void> {
  await Promise.all(runningBackups)
}

/** The row of a backup that this process is to write; none if another one runs or, when scheduled, none is due. */
function claim(ctx: PlatformCtx, scheduled: boolean): Promise<Row | undefined> {
  return ctx.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('powernode backups'))`.execute(tx.db)
    await failAbandonedBackups(tx)
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

/** Marks backups as failed whose server was killed. */
async function failAbandonedBackups(tx: PlatformTx) {
  tx.unaudited('the row of the backup records how it ended')
  await tx.db
    .updateTable('backups')
    .set({
      status: 'failed',
      error: 'The server stopped before the backup was complete',
      ended_at: tx.now(),
    })
    .where('status', '=', 'running')
    .where('seen_at', '<', new Date(tx.now().getTime() - HEARTBEAT_TIMEOUT_MS))
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
    .catch((error: Error) =>
      ctx.log.error({ reason: error.message }, 'cannot record the result of a backup'),
    )
    .finally(() => runningBackups.delete(running))
  runningBackups.add(running)
}

/** Writes the file in a worker thread, deletes surplus files and records the result. */
async function write(ctx: PlatformCtx, { id, path }: Row) {
  const { platform } = ctx
  const heartbeat = setInterval(() => {
    void recordHeartbeat(ctx, id).catch(() => {})
  }, SEEN_MS)
  try {
    const folder = folderOf(ctx)
    await createBackupFolder(folder)
    const { backup_files } = platform.settings.values
    const files = backup_files ? platform.composition.storedFiles?.(platform) : undefined
    const { rows, bytes } = await takeBackupInThread(platform, path, files)
    await end(ctx, id, { status: 'completed', size_bytes: bytes, row_count: rows })
    await deleteOldBackups(folder, platform.settings.values.backups_kept)
  } catch (error) {
    const reason = backupFailureReason(error as Error).slice(0, 2000)
    ctx.log.error({ reason }, 'backup failed')
    await end(ctx, id, { status: 'failed', error: reason })
  } finally {
    clearInterval(heartbeat)
  }
}

function end(
  ctx: PlatformCtx,
  id: string,
  outcome: { status: Exclude<Row['status'], 'running'> } & Partial<
    Pick<Row, 'size_bytes' | 'row_count' | 'error'>
  >,
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

async function recordHeartbeat(ctx: PlatformCtx, id: string) {
  await ctx.transaction(async (tx) => {
    tx.unaudited('the heartbeat of a running backup')
    await tx.db.updateTable('backups').set({ seen_at: tx.now() }).where('id', '=', id).execute()
  })
}

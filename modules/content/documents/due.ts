import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { broadcastStatus } from './broadcasts.ts'
import { type ContentDocument, type DocumentKind, UNSCHEDULED } from './document.ts'
import { publishVersion, unpublishDocument } from './publishing.ts'

const BATCH = 200

/** Number of a schedule; jobs of earlier ones do nothing. */
export const Turn = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'Number of its schedule',
  examples: [2],
})

export const DueCounts = Shape('DueCounts', {
  published: Count('Documents that were published'),
  unpublished: Count('Documents that were unpublished'),
  failed: Count('Documents that could not be published; their authors were notified', [0]),
})

type Counts = Static<typeof DueCounts>

/** Does what is due for one document, unless its schedule has changed since. Idempotent. */
export async function publishDueDocument<D extends ContentDocument>(
  ctx: PlatformCtx,
  kind: DocumentKind<D>,
  id: string,
  turn: number,
): Promise<Counts> {
  const due = await selectDue(ctx, kind)
    .where('id', '=', id)
    .where('turn', '=', turn)
    .executeTakeFirst()
  return publishAll(ctx, kind, due ? [due] : [])
}

/** Does what is due for all documents of a kind, the oldest first. It finds what an outage made late. */
export async function publishDueDocuments<D extends ContentDocument>(
  ctx: PlatformCtx,
  kind: DocumentKind<D>,
): Promise<Counts> {
  return publishAll(ctx, kind, await selectDue(ctx, kind).limit(BATCH).execute())
}

function selectDue(ctx: PlatformCtx, { table }: Pick<DocumentKind, 'table'>) {
  const now = ctx.now()
  return (
    ctx
      .acrossAccounts({ because: 'schedules of all accounts are due' })
      // Both tables have these columns.
      .selectFrom(table as 'pages')
      .select(['id', 'account_id', 'turn'])
      .where((eb) => eb.or([eb('scheduled_for', '<=', now), eb('unpublish_at', '<=', now)]))
      .orderBy(sql`least(scheduled_for, unpublish_at)`)
  )
}

async function publishAll<D extends ContentDocument>(
  ctx: PlatformCtx,
  kind: DocumentKind<D>,
  due: { id: string; account_id: string; turn: number }[],
): Promise<Counts> {
  const counts: Counts = { published: 0, unpublished: 0, failed: 0 }
  for (const { id, account_id, turn } of due) {
    const account = ctx.inAccount(account_id, { kind: 'system' })
    try {
      const done = await account.transaction((tx) => publishOne(tx, kind, id, turn))
      if (done.published) counts.published++
      if (done.unpublished) counts.unpublished++
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code === 'not_found') continue
      await endSchedule(account, kind, id, turn, error)
      counts.failed++
    }
  }
  return counts
}

/** Checked again under the lock, because another process may have done it. */
async function publishOne<D extends ContentDocument>(
  tx: Tx,
  kind: DocumentKind<D>,
  id: string,
  turn: number,
) {
  const document = await kind.lock(tx, id)
  const isDue = (at: Date | null) => document.turn === turn && at !== null && at <= tx.now()
  const { scheduled_version } = document
  const published = isDue(document.scheduled_for) && scheduled_version !== null
  if (published) {
    await publishVersion(tx, kind, document, scheduled_version, {
      scheduled_for: null,
      scheduled_version: null,
    })
  }
  const isPublic = published || document.status === 'published'
  const unpublished = isDue(document.unpublish_at) && isPublic
  if (unpublished) await unpublishDocument(tx, kind, document, UNSCHEDULED)
  return { published, unpublished }
}

/** The slug is taken, or an administrator took the document down: trying again would not help. */
async function endSchedule<D extends ContentDocument>(
  ctx: Ctx,
  kind: DocumentKind<D>,
  id: string,
  turn: number,
  failure: Failure,
) {
  await ctx.transaction(async (tx) => {
    const document = await kind.lock(tx, id)
    if (document.turn !== turn) return
    await kind.write(tx, id, { ...UNSCHEDULED, turn: turn + 1 })
    const reason = failure.extra.errors?.slug ? 'its address is taken' : failure.message
    await tx.audit(`${kind.type}.publish_failed`, id, { metadata: { reason } })
    await notifyAuthor(tx, kind, document, reason)
    await broadcastStatus(tx, kind, id, document.status)
  })
}

async function notifyAuthor(
  tx: Tx,
  { notification, editor, type }: Pick<DocumentKind, 'notification' | 'editor' | 'type'>,
  { id, title, author_id }: ContentDocument,
  reason: string,
) {
  if (!author_id) return
  await tx.notify([author_id], {
    notification_type: notification,
    title: `“${title}” was not published`,
    message: `It was scheduled, but ${reason}. Change it and publish or schedule it again.`,
    severity: 'warning',
    category: 'content',
    action_url: `${editor}/${id}`,
    metadata: { [`${type}_id`]: id },
  })
}

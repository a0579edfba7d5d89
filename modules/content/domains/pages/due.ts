import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Count, Id, Shape } from '@powernode/server/platform/http/shapes.ts'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { broadcastStatus } from './channel.ts'
import { type LockedPage, lockPage } from './page.ts'
import { publishVersion, UNSCHEDULED, unpublishPage } from './publishing.ts'

const BATCH = 200

export const DuePage = Shape('DuePage', {
  page_id: Id('The page'),
  turn: Type.Integer({
    minimum: 1,
    maximum: 2_147_483_647,
    description: 'Number of its schedule',
    examples: [2],
  }),
})

export const PublishedPages = Shape('PublishedPages', {
  published: Count('Pages that were published'),
  unpublished: Count('Pages that were unpublished'),
  failed: Count('Pages that could not be published; their authors were notified', [0]),
})

type Counts = Static<typeof PublishedPages>

/** Does what is due for one page, unless its schedule has changed since. Idempotent. */
export async function publishDuePage(
  ctx: PlatformCtx,
  { page_id, turn }: Static<typeof DuePage>,
): Promise<Counts> {
  const due = await selectDue(ctx)
    .where('id', '=', page_id)
    .where('turn', '=', turn)
    .executeTakeFirst()
  return publishAll(ctx, due ? [due] : [])
}

/** Does what is due for all pages, the oldest first. It finds what an outage made late. */
export async function publishDuePages(ctx: PlatformCtx): Promise<Counts> {
  return publishAll(ctx, await selectDue(ctx).limit(BATCH).execute())
}

function selectDue(ctx: PlatformCtx) {
  const now = ctx.now()
  return ctx
    .acrossAccounts({ because: 'schedules of all accounts are due' })
    .selectFrom('pages')
    .select(['id', 'account_id', 'turn'])
    .where((eb) => eb.or([eb('scheduled_for', '<=', now), eb('unpublish_at', '<=', now)]))
    .orderBy(sql`least(scheduled_for, unpublish_at)`)
}

async function publishAll(
  ctx: PlatformCtx,
  due: { id: string; account_id: string; turn: number }[],
): Promise<Counts> {
  const counts: Counts = { published: 0, unpublished: 0, failed: 0 }
  for (const { id, account_id, turn } of due) {
    const account = ctx.inAccount(account_id, { kind: 'system' })
    try {
      const done = await account.transaction((tx) => publishOne(tx, id, turn))
      if (done.published) counts.published++
      if (done.unpublished) counts.unpublished++
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code === 'not_found') continue
      await endSchedule(account, id, turn, error)
      counts.failed++
    }
  }
  return counts
}

/** Checked again under the lock, because another process may have done it. */
async function publishOne(tx: Tx, id: string, turn: number) {
  const page = await lockPage(tx, id)
  const isDue = (at: Date | null) => page.turn === turn && at !== null && at <= tx.now()
  const { scheduled_version } = page
  const published = isDue(page.scheduled_for) && scheduled_version !== null
  if (published) {
    await publishVersion(tx, page, scheduled_version, {
      scheduled_for: null,
      scheduled_version: null,
    })
  }
  const isPublic = published || page.status === 'published'
  const unpublished = isDue(page.unpublish_at) && isPublic
  if (unpublished) await unpublishPage(tx, page, UNSCHEDULED)
  return { published, unpublished }
}

/** The slug is taken, or an administrator took the page down: trying again would not help. */
async function endSchedule(ctx: Ctx, id: string, turn: number, failure: Failure) {
  await ctx.transaction(async (tx) => {
    const page = await lockPage(tx, id)
    if (page.turn !== turn) return
    await tx
      .own('pages')
      .update({ ...UNSCHEDULED, turn: turn + 1 })
      .where('id', '=', id)
      .execute()
    const reason = failure.extra.errors?.slug ? 'its address is taken' : failure.message
    await tx.audit('page.publish_failed', id, { metadata: { reason } })
    await notifyAuthor(tx, page, reason)
    await broadcastStatus(tx, id, page.status)
  })
}

async function notifyAuthor(tx: Tx, { id, title, author_id }: LockedPage, reason: string) {
  if (!author_id) return
  await tx.notify([author_id], {
    notification_type: 'page_not_published',
    title: `“${title}” was not published`,
    message: `It was scheduled, but ${reason}. Change it and publish or schedule it again.`,
    severity: 'warning',
    category: 'content',
    action_url: `/pages/${id}`,
    metadata: { page_id: id },
  })
}

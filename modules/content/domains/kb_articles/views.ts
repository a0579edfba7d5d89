import { callingUser, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { dayOf, MINUTE_MS, startOfStep } from '@powernode/server/platform/kernel/time.ts'
import { findReadableArticle } from './reading.ts'
import { isRobot, viewerOf } from './viewer.ts'

const PERIOD_MS = 30 * MINUTE_MS
const REMEMBERED = 10_000

/** Views that this process has counted or seen counted: most repeated ones need no statement. */
const remembered = new Set<string>()

/**
 * Counts that the caller reads a public article, by its id or slug: once per reader and half hour, neither its author nor
 * robots. Call it after the answer.
 */
export async function countView(ctx: PlatformCtx, key: string): Promise<void> {
  if (isRobot(ctx)) return
  const viewer = viewerOf(ctx)
  const period = startOfStep(ctx.realNow(), PERIOD_MS)
  const view = `${key} ${viewer} ${period.getTime()}`
  if (remembered.has(view)) return
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.add(view)
  const article = await findReadableArticle(ctx, key)
  if (!article?.is_public || article.author_id === callingUser(ctx)?.userId) return
  const { id } = article
  await ctx.inAccount(article.account_id, { kind: 'system' }).transaction(async (tx) => {
    tx.unaudited('counts only')
    const { numInsertedOrUpdatedRows: counted } = await tx
      .own('kb_views')
      .insert({ article_id: id, viewer, period })
      .onConflict((conflict) => conflict.constraint('kb_views_viewer').doNothing())
      .executeTakeFirstOrThrow()
    if (!counted) return
    await tx
      .own('kb_view_days')
      .insert({ article_id: id, day: dayOf(period), views_count: 1 })
      .onConflict((conflict) =>
        conflict
          .constraint('kb_view_days_article')
          .doUpdateSet((eb) => ({ views_count: eb('kb_view_days.views_count', '+', 1) })),
      )
      .execute()
    await tx
      .own('kb_articles')
      .update({})
      .set((eb) => ({ views_count: eb('views_count', '+', 1) }))
      .where('id', '=', id)
      .execute()
  })
}

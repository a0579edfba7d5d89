import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Count, Flag, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { findReadableArticle } from './reading.ts'
import { viewerOf } from './viewer.ts'

export const ArticleFeedback = Shape('ArticleFeedback', {
  is_helpful: Type.Boolean({ description: 'Whether the article helped', examples: [true] }),
})

export const FeedbackCounts = Shape('FeedbackCounts', {
  is_helpful: Flag('What the caller said'),
  helpful_count: Count('Readers whom it helped'),
  unhelpful_count: Count('Readers whom it did not help'),
})

/** Keeps whether a published article helped the caller, in place of what they said before. */
export async function giveFeedback(
  ctx: PlatformCtx,
  key: string,
  { is_helpful }: Static<typeof ArticleFeedback>,
) {
  const article = await findReadableArticle(ctx, key)
  if (article?.status !== 'published') throw fail.notFound('article')
  const viewer = viewerOf(ctx)
  const counts = await ctx
    .inAccount(article.account_id, { kind: 'system' })
    .transaction(async (tx) => {
      tx.unaudited('counts only')
      await keep(tx, article.id, viewer, is_helpful)
      return tx
        .own('kb_articles')
        .select()
        .select(['helpful_count', 'unhelpful_count'])
        .where('id', '=', article.id)
        .executeTakeFirstOrThrow()
    })
  return { is_helpful, ...counts }
}

/** Changes the counts of the article with what a viewer says. Under the lock of the article, so that no click counts twice. */
async function keep(tx: Tx, article_id: string, viewer: string, is_helpful: boolean) {
  await tx
    .own('kb_articles')
    .select()
    .select('id')
    .where('id', '=', article_id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const before = await tx
    .own('kb_feedback')
    .select()
    .select('is_helpful')
    .where('article_id', '=', article_id)
    .where('viewer', '=', viewer)
    .executeTakeFirst()
  if (before?.is_helpful === is_helpful) return
  await tx
    .own('kb_feedback')
    .insert({ article_id, viewer, is_helpful, created_at: tx.now(), updated_at: tx.now() })
    .onConflict((conflict) =>
      conflict.constraint('kb_feedback_viewer').doUpdateSet({ is_helpful, updated_at: tx.now() }),
    )
    .execute()
  const [more, less] = is_helpful
    ? (['helpful_count', 'unhelpful_count'] as const)
    : (['unhelpful_count', 'helpful_count'] as const)
  await tx
    .own('kb_articles')
    .update({})
    .set((eb) => ({
      [more]: eb(more, '+', 1),
      ...(before && { [less]: eb(less, '-', 1) }),
    }))
    .where('id', '=', article_id)
    .execute()
}

import type { Tx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'

/**
 * Counts the comments on an article of the account that readers see, after some have changed: approved ones, and approved
 * replies to these. The public site shows them.
 */
export async function countComments(tx: Tx, articleId: string): Promise<void> {
  const articles = tx.own('kb_articles')
  // Of two that count at once, the second sees what the first wrote.
  await articles.select().select('id').where('id', '=', articleId).forNoKeyUpdate().execute()
  await articles
    .update({})
    .set({
      comments_count: sql<number>`(
        select count(*) from kb_comments c left join kb_comments p on p.id = c.parent_id
        where c.article_id = kb_articles.id and c.status = 'approved'
          and coalesce(p.status, 'approved') = 'approved')`,
    })
    .where('id', '=', articleId)
    .execute()
  await tx.refresh('site')
}

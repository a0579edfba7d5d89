import { broadcastStatus } from '@powernode/modules/content/documents/broadcasts.ts'
import { UNSCHEDULED } from '@powernode/modules/content/documents/document.ts'
import {
  publishDocument,
  requirePublisher,
  unpublishDocument,
} from '@powernode/modules/content/documents/publishing.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { LockedArticle } from './article.ts'
import { articleKind } from './article_kind.ts'
import type { ArticleStatus } from './fields.ts'

/** To which states an article can move. To publish it again makes its working copy public. */
const moves: Record<ArticleStatus, readonly ArticleStatus[]> = {
  draft: ['review', 'published', 'archived'],
  review: ['draft', 'published', 'archived'],
  published: ['published', 'draft', 'archived'],
  archived: ['draft', 'published'],
}

/** Throws 403 if a state makes an article public and the caller may not publish. */
export function requireMayEnter(ctx: Ctx, status: ArticleStatus | undefined): void {
  if (status === 'published') requirePublisher(ctx, articleKind)
}

/**
 * Moves an article to another state; to be in it already is no error. Throws 409 for moves that do not exist, and 403 if what
 * is public would change and the caller may not publish.
 */
export async function moveArticle(
  ctx: Ctx,
  tx: Tx,
  article: LockedArticle,
  status: ArticleStatus,
): Promise<void> {
  const from = article.status
  if (from === status && status !== 'published') return
  if (!moves[from].includes(status)) {
    throw fail.with('invalid_transition', `An article cannot go from ${from} to ${status}`)
  }
  requireMayEnter(ctx, status)
  if (status === 'published') return publishDocument(tx, articleKind, article)
  if (from === 'published') {
    requirePublisher(ctx, articleKind)
    await unpublishDocument(tx, articleKind, article)
    if (status === 'draft') return
  }
  const { id, title, slug, version, turn } = article
  await tx
    .own('kb_articles')
    .update({
      status,
      // An archived article keeps it; a schedule does not bring one back.
      published_at: status === 'archived' ? article.published_at : null,
      ...(status === 'archived' && { ...UNSCHEDULED, turn: turn + 1 }),
      updated_at: tx.now(),
    })
    .where('id', '=', id)
    .execute()
  await tx.audit('kb_article.updated', id, {
    ...{ old: { status: from }, new: { status } },
    metadata: { version },
  })
  await tx.emit('kb_article.updated', { id, title, slug, version, changes: ['status'] })
  await broadcastStatus(tx, articleKind, id, status)
}

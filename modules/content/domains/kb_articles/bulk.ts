import { failureText } from '@powernode/modules/content/documents/failure_text.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  Flag,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { lockArticle } from './article.ts'
import { removeArticle } from './editing.ts'
import { ArticleStatus } from './fields.ts'
import { placeArticle } from './placement.ts'
import { moveArticle, requireMayEnter } from './transitions.ts'

const article_ids = ListOf(Id('An article of the account'), {
  minItems: 1,
  maxItems: 100,
  description: 'The articles',
  examples: [['019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90']],
})

export const BulkChanges = Shape('BulkChanges', {
  article_ids,
  status: Type.Optional(ArticleStatus),
  category_id: Type.Optional(Id('Their new category')),
  is_featured: Type.Optional(Flag('Whether they are recommended')),
  is_public: Type.Optional(Flag('Whether visitors see them while they are published')),
})

export const BulkDeletion = Shape('BulkDeletion', { article_ids })

const outcomes = ['updated', 'deleted', 'failed', 'not_found'] as const

export const BulkResult = Shape('BulkResult', {
  updated_count: Count('Articles that were changed or deleted'),
  results: ListOf(
    Shape('BulkItemResult', {
      id: Id('The article'),
      outcome: Choice(outcomes, 'What happened to it'),
      error: Nullable(
        Text(500, { description: 'Why it failed', examples: ['slug is already taken'] }),
      ),
    }),
    { description: 'One for each article, in the order of the request' },
  ),
})

type Item = Static<typeof BulkResult>['results'][number]

/** Changes articles one by one: one that fails leaves the others as they are. 404 if none of them exists. */
export function updateArticles(
  ctx: Ctx,
  { article_ids, status, ...placement }: Static<typeof BulkChanges>,
) {
  if (!status && Object.keys(placement).length === 0) {
    throw fail.invalid({ base: ['must have at least one field to change'] })
  }
  requireMayEnter(ctx, status)
  return forEach(ctx, article_ids, 'updated', async (tx, id) => {
    const article = await lockArticle(tx, id)
    const placed = await placeArticle(ctx, tx, article, placement)
    if (status) await moveArticle(ctx, tx, placed, status)
  })
}

export function deleteArticles(ctx: Ctx, { article_ids }: Static<typeof BulkDeletion>) {
  return forEach(ctx, article_ids, 'deleted', removeArticle)
}

async function forEach(
  ctx: Ctx,
  ids: string[],
  done: 'updated' | 'deleted',
  work: (tx: Tx, id: string) => Promise<void>,
) {
  const results: Item[] = []
  for (const id of new Set(ids)) {
    try {
      await ctx.transaction((tx) => work(tx, id))
      results.push({ id, outcome: done, error: null })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const isMissing = error.code === 'not_found'
      const outcome = isMissing ? 'not_found' : 'failed'
      results.push({ id, outcome, error: isMissing ? null : failureText(error) })
    }
  }
  if (results.every(({ outcome }) => outcome === 'not_found')) throw fail.notFound('article')
  const updated_count = results.filter(({ outcome }) => outcome === done).length
  return { updated_count, results }
}

import { randomUUIDv7 } from 'node:crypto'
import { requireUnreserved, slugFor } from '@powernode/modules/content/documents/slug.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { isDuplicate } from '@powernode/server/platform/db/database.ts'
import { requireSmallObjects } from '@powernode/server/platform/http/bounds.ts'
import { Changes, Id, ListOf, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { categoryFields, MAX_CATEGORIES, readCategoryTree, readOwnCategory } from './category.ts'
import { isVisible, type TreeNode } from './tree.ts'
import { followVisibility, lockTree, requirePlace } from './tree_rows.ts'

const { name, ...optional } = categoryFields

export const NewKbCategory = Shape('NewKbCategory', {
  name,
  ...Type.Partial(Shape(optional)).properties,
})

export const KbCategoryChanges = Changes('KbCategoryChanges', Shape(categoryFields))

export const KbCategoryOrder = Shape('KbCategoryOrder', {
  parent_id: Type.Optional(Nullable(Id('The category above them; null at the top'))),
  category_ids: ListOf(Id(), {
    minItems: 1,
    maxItems: MAX_CATEGORIES,
    description: 'All categories directly below it, in their new order',
    examples: [['019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90']],
  }),
})

/** Creates a category, by default as the last of its siblings. */
export async function createCategory(ctx: Ctx, input: Static<typeof NewKbCategory>) {
  const { metadata = {}, parent_id = null, is_public = true, ...columns } = input
  requireSmallObjects({ metadata })
  const id = randomUUIDv7()
  await ctx.transaction(async (tx) => {
    const others = await lockTree(tx)
    if (others.length >= MAX_CATEGORIES) {
      throw fail.invalid({ base: [`An account has at most ${MAX_CATEGORIES} categories`] })
    }
    const nodes = [...others, { id, parent_id, is_public }]
    requirePlace(nodes, id)
    const is_visible = isVisible(nodes, id)
    const slug = await slugFor(tx, 'kb_categories', input.name, input.slug, (pattern) =>
      findSlugsOnSite(tx, pattern),
    )
    await tx
      .own('kb_categories')
      .insert({
        sort_order: lastPosition(others, parent_id),
        ...columns,
        ...{ id, slug, parent_id, is_public, is_visible, metadata },
        created_at: tx.now(),
        updated_at: tx.now(),
      })
      .execute()
      .catch(refuseTakenSlug)
    await tx.audit('kb_category.created', id, { new: { name: input.name, slug, is_public } })
    if (is_visible) await tx.refresh('site')
  })
  return readOwnCategory(ctx, id)
}

/** Changes a category. One that moves takes what is below it with it, and becomes the last of its new siblings. */
export async function updateCategory(
  ctx: Ctx,
  id: string,
  given: Static<typeof KbCategoryChanges>,
) {
  requireSmallObjects({ metadata: given.metadata })
  if (given.slug !== undefined) requireUnreserved(given.slug)
  await ctx.transaction(async (tx) => {
    const before = await lockTree(tx)
    const category = await lockCategory(tx, id)
    const moved = given.parent_id !== undefined && given.parent_id !== category.parent_id
    const columns = {
      ...(moved && { sort_order: lastPosition(before, given.parent_id ?? null) }),
      ...given,
    }
    const nodes = before.map((node) => (node.id === id ? { ...node, ...given } : node))
    if (moved) requirePlace(nodes, id)
    const is_visible = isVisible(nodes, id)
    await tx
      .own('kb_categories')
      .update({ ...columns, is_visible, updated_at: tx.now() })
      .where('id', '=', id)
      .execute()
      .catch(refuseTakenSlug)
    if (is_visible !== category.is_visible) await followVisibility(tx, nodes, id)
    await tx.audit('kb_category.updated', id, diffOf(category, given))
    await tx.refresh('site')
  })
  return readOwnCategory(ctx, id)
}

/** Orders all categories below one, or those at the top. */
export async function reorderCategories(
  ctx: Ctx,
  { parent_id = null, category_ids }: Static<typeof KbCategoryOrder>,
) {
  await ctx.transaction(async (tx) => {
    const siblings = (await lockTree(tx)).filter((node) => node.parent_id === parent_id)
    const given = new Set(category_ids)
    const isWhole = given.size === category_ids.length && given.size === siblings.length
    if (!isWhole || !siblings.every(({ id }) => given.has(id))) {
      throw fail.invalid({ category_ids: ['must be all categories below `parent_id`, each once'] })
    }
    await tx
      .own('kb_categories')
      .update({ updated_at: tx.now() })
      .set({ sort_order: sql<number>`array_position(${category_ids}::uuid[], id) - 1` })
      .where(sql<boolean>`id = any(${category_ids}::uuid[])`)
      .execute()
    await tx.audit('kb_category.reordered', parent_id, { metadata: { category_ids } })
    await tx.refresh('site')
  })
  return readCategoryTree(ctx, { admin: true })
}

/** Deletes a category that has neither articles nor categories below it; otherwise throws `in_use` with what uses it. */
export async function deleteCategory(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const nodes = await lockTree(tx)
    const { name, slug } = await lockCategory(tx, id)
    await requireUnused(tx, id, nodes)
    await tx.own('kb_categories').delete().where('id', '=', id).execute()
    await tx.audit('kb_category.deleted', id, { old: { name, slug } })
    await tx.refresh('site')
  })
}

const SHOWN_USES = 20

async function requireUnused(tx: Tx, id: string, nodes: readonly TreeNode[]) {
  const articles = await tx
    .own('kb_articles')
    .select()
    .select('id')
    .where('category_id', '=', id)
    .limit(SHOWN_USES)
    .execute()
  const used_by = [
    ...nodes
      .filter((node) => node.parent_id === id)
      .map((node) => ({ type: 'kb_category', id: node.id })),
    ...articles.map((article) => ({ type: 'kb_article', id: article.id })),
  ].slice(0, SHOWN_USES)
  if (used_by.length === 0) return
  throw fail.with('in_use', 'The category has articles or categories. Move them first', { used_by })
}

/** Locks a category of the account, so that nobody puts an article in it meanwhile; 404 if there is none. */
async function lockCategory(tx: Tx, id: string) {
  const category = await tx
    .own('kb_categories')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!category) throw fail.notFound('category')
  return category
}

/** Those of public categories, which are unique on the site, where those of all accounts are. */
function findSlugsOnSite(tx: Tx, pattern: string) {
  return tx
    .acrossAccounts({ because: 'slugs of public categories are unique on the site' })
    .selectFrom('kb_categories')
    .select('slug')
    .where('is_visible', '=', true)
    .where(sql<boolean>`slug ~ ${pattern}`)
    .execute()
}

function lastPosition(
  nodes: readonly { parent_id: string | null; sort_order: number }[],
  parent_id: string | null,
) {
  const siblings = nodes.filter((node) => node.parent_id === parent_id)
  return siblings.reduce((last, { sort_order }) => Math.max(last, sort_order + 1), 0)
}

function refuseTakenSlug(error: unknown): never {
  const isTaken = ['kb_categories_slug', 'kb_categories_visible_slug'].some((name) =>
    isDuplicate(error, name),
  )
  if (isTaken) throw fail.invalid({ slug: ['is already taken'] })
  throw error
}

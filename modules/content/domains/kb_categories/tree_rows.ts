import { followCategories } from '@powernode/modules/content/domains/kb_articles/visibility.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { isDuplicate } from '@powernode/server/platform/db/database.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { above, heightOf, isVisible, MAX_DEPTH, subtree, type TreeNode } from './tree.ts'

/** The categories of the account. They do not change before the transaction ends: moves happen one after the other. */
export async function lockTree(tx: Tx) {
  const key = `kb categories ${tx.account.id}`
  await sql`select pg_advisory_xact_lock(hashtext(${key}))`.execute(tx.db)
  return tx
    .own('kb_categories')
    .select()
    .select(['id', 'parent_id', 'is_public', 'is_visible', 'sort_order'])
    .execute()
}

/** Throws 422 on `parent_id` if a category cannot be where it is among these: in a circle, too deep, or below nothing. */
export function requirePlace(nodes: readonly TreeNode[], id: string): void {
  const parentId = nodes.find((node) => node.id === id)?.parent_id ?? null
  if (parentId === null) return
  if (!nodes.some((node) => node.id === parentId)) {
    throw fail.invalid({ parent_id: ['is not a category of this account'] })
  }
  const parents = above(nodes, id)
  if (parents.some((parent) => parent.id === id)) {
    throw fail.invalid({ parent_id: ['is the category itself or one below it'] })
  }
  if (parents.length + heightOf(nodes, id) > MAX_DEPTH) {
    throw fail.invalid({ parent_id: [`is too deep: there are at most ${MAX_DEPTH} levels`] })
  }
}

/**
 * Shows or hides what is below a category that became visible or hidden, and what visitors see of their articles. `nodes`
 * are those after the change, with `is_visible` from before.
 */
export async function followVisibility(
  tx: Tx,
  nodes: readonly (TreeNode & { is_visible: boolean })[],
  id: string,
): Promise<void> {
  const changed = subtree(nodes, id).filter((node) => node.is_visible !== isVisible(nodes, node.id))
  const ids = changed.map((node) => node.id)
  const below = ids.filter((one) => one !== id)
  await tx
    .own('kb_categories')
    .update({ is_visible: isVisible(nodes, id) })
    .where(sql<boolean>`id = any(${below}::uuid[])`)
    .execute()
    .catch((error: unknown) => {
      if (!isDuplicate(error, 'kb_categories_visible_slug')) throw error
      throw fail.invalid({ base: ['A category below it has an address that is already taken'] })
    })
  await followCategories(tx, ids)
}

/** How deep categories may be nested. */
export const MAX_DEPTH = 5

/** A category in the tree of its account. */
export interface TreeNode {
  id: string
  parent_id: string | null
  is_public: boolean
}

/** The categories above one, the nearest first, without itself. */
export function above<T extends TreeNode>(nodes: readonly T[], id: string): T[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const found: T[] = []
  let next = byId.get(id)?.parent_id
  while (next && found.length < nodes.length) {
    const parent = byId.get(next)
    if (!parent) break
    found.push(parent)
    next = parent.parent_id
  }
  return found
}

/** A category and all below it, parents before their children. */
export function subtree<T extends TreeNode>(nodes: readonly T[], id: string): T[] {
  const children = Map.groupBy(nodes, ({ parent_id }) => parent_id)
  const found = nodes.filter((node) => node.id === id)
  for (const node of found) found.push(...(children.get(node.id) ?? []))
  return found
}

/** How many levels a category and those below it have. */
export function heightOf(nodes: readonly TreeNode[], id: string): number {
  const children = nodes.filter(({ parent_id }) => parent_id === id)
  return 1 + Math.max(0, ...children.map((child) => heightOf(nodes, child.id)))
}

/** Whether a category and all above it are public. */
export function isVisible(nodes: readonly TreeNode[], id: string): boolean {
  const node = nodes.find((one) => one.id === id)
  return [...(node ? [node] : []), ...above(nodes, id)].every(({ is_public }) => is_public)
}

/**
 * Depth first, siblings in the order given, each with its depth from 1 and the number of articles in it and below. Those
 * whose parent is missing come first level.
 */
export function nested<T extends TreeNode & { articles_count: number }>(
  nodes: readonly T[],
): (T & { depth: number; total_articles_count: number })[] {
  const known = new Set(nodes.map(({ id }) => id))
  const children = Map.groupBy(nodes, ({ parent_id }) =>
    parent_id && known.has(parent_id) ? parent_id : null,
  )
  const below = (parent: string | null, depth: number): ReturnType<typeof nested<T>> =>
    (children.get(parent) ?? []).flatMap((node) => {
      const rest = below(node.id, depth + 1)
      const own = rest.filter((one) => one.depth === depth + 1)
      const total = own.reduce((sum, one) => sum + one.total_articles_count, node.articles_count)
      return [{ ...node, depth, total_articles_count: total }, ...rest]
    })
  return below(null, 1)
}

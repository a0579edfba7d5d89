/** A category in the order of the tree, every one before those below it. */
export type Placed = { id: string; parent_id: string | null; depth: number }

/** A place for a category: below `parent_id`, whose categories then have this order. */
export type Move = { parent_id: string | null; order: string[] }

export const MAX_DEPTH = 5

export const directions = ['up', 'down', 'in', 'out'] as const
export type Direction = (typeof directions)[number]

/**
 * Where a category goes one step in a direction: before or after a sibling, below the sibling before it, or out of its
 * parent and behind it. Undefined if it cannot.
 */
export function moveOf(
  nodes: readonly Placed[],
  id: string,
  direction: Direction,
): Move | undefined {
  const node = nodes.find((one) => one.id === id)
  if (!node) return undefined
  const siblings = childrenOf(nodes, node.parent_id)
  const index = siblings.indexOf(id)
  if (direction === 'up') return swap(node.parent_id, siblings, index, index - 1)
  if (direction === 'down') return swap(node.parent_id, siblings, index, index + 1)
  if (direction === 'in') {
    const parent_id = siblings[index - 1]
    if (!parent_id || node.depth + heightBelow(nodes, node) >= MAX_DEPTH) return undefined
    return { parent_id, order: [...childrenOf(nodes, parent_id), id] }
  }
  const parent = nodes.find((one) => one.id === node.parent_id)
  if (!parent) return undefined
  const order = childrenOf(nodes, parent.parent_id)
  return {
    parent_id: parent.parent_id,
    order: order.toSpliced(order.indexOf(parent.id) + 1, 0, id),
  }
}

/** The nodes as they are after a move, still in the order of the tree. */
export function moved<T extends Placed>(
  nodes: readonly T[],
  id: string,
  { parent_id, order }: Move,
): T[] {
  const changed = nodes.map((node) => (node.id === id ? { ...node, parent_id } : node))
  const rank = (node: T) => (node.parent_id === parent_id ? order.indexOf(node.id) : 0)
  const below = (parent: string | null, depth: number): T[] =>
    changed
      .filter((node) => node.parent_id === parent)
      .toSorted((a, b) => rank(a) - rank(b))
      .flatMap((node) => [{ ...node, depth }, ...below(node.id, depth + 1)])
  return below(null, 1)
}

/** The categories below which one can be put: not itself, nor what is below it, nor too deep. */
export function parentsFor<T extends Placed>(nodes: readonly T[], id: string | null): T[] {
  const node = nodes.find((one) => one.id === id)
  const own = node ? heightBelow(nodes, node) : 0
  const inside = new Set(id ? [id] : [])
  for (const one of nodes) if (one.parent_id && inside.has(one.parent_id)) inside.add(one.id)
  return nodes.filter((one) => !inside.has(one.id) && one.depth + 1 + own <= MAX_DEPTH)
}

const childrenOf = (nodes: readonly Placed[], parent: string | null) =>
  nodes.filter(({ parent_id }) => parent_id === parent).map(({ id }) => id)

/** How many levels are below a category. */
function heightBelow(nodes: readonly Placed[], { id, depth }: Placed): number {
  const inside = new Set([id])
  let deepest = depth
  for (const node of nodes) {
    if (!node.parent_id || !inside.has(node.parent_id)) continue
    inside.add(node.id)
    deepest = Math.max(deepest, node.depth)
  }
  return deepest - depth
}

function swap(parent_id: string | null, siblings: string[], from: number, to: number) {
  const [here, there] = [siblings[from], siblings[to]]
  if (here === undefined || there === undefined) return undefined
  return { parent_id, order: siblings.with(from, there).with(to, here) }
}

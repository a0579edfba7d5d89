/** A queue that has jobs which could run now. */
export interface ReadyQueue<Name extends string = string> {
  name: Name
  /** How many, as far as that matters: no more than there are slots. */
  ready: number
  weight: number
}

/**
 * Shares slots out among queues by their weights, whole slots only, at least one each as long as there are enough. What a
 * queue has no jobs for goes to the others, so none is starved and no slot stays empty.
 */
export function shareSlots<Name extends string>(
  slots: number,
  queues: ReadyQueue<Name>[],
): Map<Name, number> {
  const shares = new Map(queues.map(({ name }) => [name, 0]))
  let left = Math.min(slots, total(queues.map(({ ready }) => ready)))
  while (left > 0) {
    const hungry = queues.filter(({ name, ready }) => ready > (shares.get(name) ?? 0))
    const weights = total(hungry.map(({ weight }) => weight))
    const before = left
    for (const { name, ready, weight } of hungry) {
      const has = shares.get(name) ?? 0
      const fair = Math.max(1, Math.floor((before * weight) / weights))
      const more = Math.min(fair, ready - has, left)
      shares.set(name, has + more)
      left -= more
    }
  }
  return shares
}

const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)

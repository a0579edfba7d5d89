/** A queue that has jobs which could run now. */
export interface ReadyQueue<Name extends string = string> {
  name: Name
  weight: number
}

/** Shares slots out among queues by their weights: whole slots, all of them, and one for each as long as there are enough. */
export function shareSlots<Name extends string>(
  slots: number,
  queues: ReadyQueue<Name>[],
): Map<Name, number> {
  const shares = new Map<Name, number>()
  let left = slots
  let weights = queues.reduce((sum, { weight }) => sum + weight, 0)
  for (const [index, { name, weight }] of queues.entries()) {
    const others = queues.length - index - 1
    const fair = Math.min(Math.round((left * weight) / weights), left - others)
    const share = Math.min(left, Math.max(1, fair))
    if (share > 0) shares.set(name, share)
    left -= share
    weights -= weight
  }
  return shares
}

/** A queue with ready jobs. */
export interface ReadyQueue<Name extends string = string> {
  name: Name
  weight: number
}

/** Divides all slots among queues in proportion to their weights, with at least one slot each if there are enough. */
export function shareSlots<Name extends string>(
  slots: number,
  queues: ReadyQueue<Name>[],
): Map<Name, number> {
  const shares = new Map<Name, number>()
  let left = slots
  let weights = queues.reduce((sum, { weight }) => sum + weight, 0)
  for (const [index, { name, weight }] of queues.entries()) {
    const remaining = queues.length - index - 1
    const proportional = Math.min(Math.round((left * weight) / weights), left - remaining)
    const share = Math.min(left, Math.max(1, proportional))
    if (share > 0) shares.set(name, share)
    left -= share
    weights -= weight
  }
  return shares
}

const movementKinds = ['new', 'reactivation', 'expansion', 'contraction', 'churn'] as const
export type MovementKind = (typeof movementKinds)[number]

export interface Movement {
  kind: MovementKind
  /** Always positive; the kind says whether it was gained or lost. */
  amount_cents: number
}

/**
 * How the recurring revenue of an account moved; undefined if it did not. `paidBefore` is whether it was ever above zero,
 * which tells a new customer from one who returns.
 */
export function movementOf(
  before: number,
  after: number,
  paidBefore: boolean,
): Movement | undefined {
  if (before === after) return undefined
  const amount_cents = Math.abs(after - before)
  if (before === 0) return { kind: paidBefore ? 'reactivation' : 'new', amount_cents }
  if (after === 0) return { kind: 'churn', amount_cents }
  return { kind: after > before ? 'expansion' : 'contraction', amount_cents }
}

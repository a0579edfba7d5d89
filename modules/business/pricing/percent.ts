import type { BasisPoints } from './price.ts'

/** `8.25` → 825. Undefined if it has more than two decimal places. */
export function basisPointsOfPercent(percent: number): BasisPoints | undefined {
  const points = Math.round(percent * 100)
  return points / 100 === percent ? points : undefined
}

export type BillingCycle = 'monthly' | 'quarterly' | 'yearly'

/** From `start` to just before `end`. */
export interface Period {
  current_period_start: Date
  current_period_end: Date
}

export const cycleMonths = { monthly: 1, quarterly: 3, yearly: 12 } as const

/**
 * The period of a billing cycle that starts at `start`, in UTC. It ends on the anchor day, or on the last day of a
 * shorter month: from 31 January to 28 February, and from there to 31 March.
 */
export function periodFrom(start: Date, cycle: BillingCycle, anchorDay: number): Period {
  const end = new Date(start)
  end.setUTCDate(1) // otherwise a day that the month lacks would roll over to the next month
  end.setUTCMonth(end.getUTCMonth() + cycleMonths[cycle])
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(anchorDay, last))
  return { current_period_start: start, current_period_end: end }
}

/** The period that contains `moment`, in the series from `start`. */
export function periodAt(
  moment: Date,
  start: Date,
  cycle: BillingCycle,
  anchorDay: number,
): Period {
  let period = periodFrom(start, cycle, anchorDay)
  while (period.current_period_end <= moment) {
    period = periodFrom(period.current_period_end, cycle, anchorDay)
  }
  return period
}

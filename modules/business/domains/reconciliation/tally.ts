import type { Comparison } from './matching.ts'

interface Side {
  count: number
  cents: bigint
  fee_cents: bigint
}

const nothing = (): Side => ({ count: 0, cents: 0n, fee_cents: 0n })

interface Money {
  amount_cents: number
  fee_cents: number | null
  currency: string
}

/** What a comparison reports: both sides, over all currencies and by currency. */
export type TallySummary = ReturnType<ReturnType<typeof tallyOf>['summary']> & {
  totals: ReturnType<ReturnType<typeof tallyOf>['totals']>
}

/** Sums both sides of a comparison by currency; what it keeps does not grow with their number. */
export function tallyOf() {
  const sides = new Map<string, { local: Side; gateway: Side }>()

  const add = (side: 'local' | 'gateway', { amount_cents, fee_cents, currency }: Money) => {
    const both = sides.get(currency) ?? { local: nothing(), gateway: nothing() }
    both[side].count++
    both[side].cents += BigInt(amount_cents)
    both[side].fee_cents += BigInt(fee_cents ?? 0)
    sides.set(currency, both)
  }

  return {
    addLocal: (payment: Money) => add('local', payment),
    /** `settled`: whether the payment has the money of the charge now. */
    addComparison({ charge, payment, settles }: Comparison, settled: boolean) {
      add('gateway', charge)
      if (payment && !settles) add('local', payment)
      else if (settled) add('local', charge)
    },
    totals: () =>
      [...sides].map(([currency, { local, gateway }]) => ({
        currency,
        local_count: local.count,
        local_cents: Number(local.cents),
        local_fee_cents: Number(local.fee_cents),
        gateway_count: gateway.count,
        gateway_cents: Number(gateway.cents),
        gateway_fee_cents: Number(gateway.fee_cents),
      })),
    /** Over all currencies. */
    summary() {
      const all = [...sides.values()]
      const total = (of: (both: { local: Side; gateway: Side }) => bigint) =>
        Number(all.reduce((sum, both) => sum + of(both), 0n))
      return {
        local_count: total(({ local }) => BigInt(local.count)),
        gateway_count: total(({ gateway }) => BigInt(gateway.count)),
        variance_cents: total(({ local, gateway }) => local.cents - gateway.cents),
      }
    },
  }
}

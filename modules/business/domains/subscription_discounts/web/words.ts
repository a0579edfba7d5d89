import { formatMoney } from '~/ui/format'
import type { Discount } from './queries'

/** "Coupon SPRING", "By an administrator" */
export function discountName({ source, code }: Pick<Discount, 'source' | 'code'>): string {
  if (source === 'manual') return 'By an administrator'
  return [source === 'coupon' ? 'Coupon' : 'Promotion', code].filter(Boolean).join(' ')
}

/** "25 %", "$5.00" */
export const takesOff = (
  { percent, amount_cents }: Pick<Discount, 'percent' | 'amount_cents'>,
  currency: string,
): string => (percent === null ? formatMoney(amount_cents ?? 0, currency) : `${percent} %`)

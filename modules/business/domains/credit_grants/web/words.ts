import { formatMoney } from '~/ui/format'
import { formatDate } from '~/ui/times'
import type { CreditGrant } from './queries'

type Grant = Pick<
  CreditGrant,
  | 'currency'
  | 'amount_cents'
  | 'remaining_cents'
  | 'expired_cents'
  | 'expires_at'
  | 'created_at'
  | 'reason'
>

/** Where credit came from, what became of it and until when it can be used. */
export function creditInWords({ currency, expires_at, created_at, reason, ...grant }: Grant) {
  const { amount_cents, remaining_cents, expired_cents } = grant
  const money = (cents: number) => formatMoney(cents, currency)
  return [
    reason,
    remaining_cents < amount_cents && `${money(remaining_cents)} of ${money(amount_cents)} left`,
    expired_cents > 0 && `${money(expired_cents)} expired`,
    remaining_cents > 0 && expires_at && `until ${formatDate(expires_at)}`,
    `given ${formatDate(created_at)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

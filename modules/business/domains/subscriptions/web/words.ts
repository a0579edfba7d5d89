import { formatMoney, formatNoun } from '~/ui/format'
import { formatDate } from '~/ui/times'
import type { FirstPreview, Preview, Subscription } from './queries'

const parts = {
  payment_method: 'Payment method',
  payment: 'Payment',
  dispute: 'Dispute with the bank',
}

/** What a subscription needs to continue; a dash for nothing. */
export const waitsFor = (part: Subscription['waits_for']) => (part ? parts[part] : '–')

type Change = NonNullable<Subscription['pending_change']>

/** "Pro × 3 at the end of the period" */
export function changeInWords({ plan, quantity, takes_effect }: Change): string {
  const when = takes_effect === 'payment' ? 'once it is paid' : 'at the end of the period'
  return `${plan.name}${quantity > 1 ? ` × ${quantity}` : ''} ${when}`
}

/** Why a subscription ended, and what the account said about it. */
export function endedBecause({
  cancel_reason,
  cancel_comment,
}: Pick<Subscription, 'cancel_reason' | 'cancel_comment'>): string {
  if (cancel_reason === 'payment_failure') return 'Not paid'
  return cancel_comment ?? (cancel_reason === 'requested' ? 'Cancelled by request' : '–')
}

type Amounts = Pick<
  Preview,
  'currency' | 'amount_due_cents' | 'credit_cents' | 'credit_added_cents' | 'current_period_end'
>

/** What a change costs or gives back now, as a sentence. */
export function dueNow(preview: Amounts): string {
  const { currency, amount_due_cents, credit_cents, credit_added_cents } = preview
  const money = (cents: number) => formatMoney(cents, currency)
  if (credit_added_cents > 0) {
    return `${money(credit_added_cents)} for the unused time becomes credit of the account, and pays the next invoices.`
  }
  const credit = credit_cents > 0 ? ` Credit pays ${money(credit_cents)} of it.` : ''
  if (amount_due_cents === 0) return `Nothing is due now.${credit}`
  return `${money(amount_due_cents)} is due now, for the time until ${formatDate(preview.current_period_end)}.${credit}`
}

type First = Pick<FirstPreview, 'currency' | 'amount_due_cents' | 'trial_end'>

/** "Coupon SPRING, 25 % off for 2 periods" */
export function discountInWords(
  { source, code, percent, amount_cents, periods_left }: Subscription['discounts'][number],
  currency: string,
): string {
  const name = source === 'manual' ? 'Discount' : source === 'coupon' ? 'Coupon' : 'Promotion'
  const off = percent === null ? formatMoney(amount_cents ?? 0, currency) : `${percent} %`
  const until = periods_left === null ? 'for good' : `for ${formatNoun(periods_left, 'period')}`
  return `${name}${code ? ` ${code}` : ''}, ${off} off ${until}`
}

/** When the first period is paid, and what it costs, as a sentence. */
export function firstInvoiceInWords({ currency, amount_due_cents, trial_end }: First): string {
  const amount = formatMoney(amount_due_cents, currency)
  if (trial_end) return `Free until ${formatDate(trial_end)}, then ${amount} for the first period.`
  if (amount_due_cents === 0) return 'Nothing is due now.'
  return `${amount} is due now, for the first period.`
}

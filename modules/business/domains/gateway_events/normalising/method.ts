import { sanitizeText } from '@powernode/contract/text.ts'
import type { ResultOf } from '../../../gateways/operations.ts'
import { type NormalisedEvent, skipped } from './normalised.ts'

const text = (value: string | null, max = 255) => (value ? sanitizeText(value, max) : null)

/** A payment method as our adapters describe it; events whose object is not one are not readable. */
export function methodDataOf(describe: () => ResultOf<'attach'>): NormalisedEvent {
  let method: ResultOf<'attach'>
  try {
    method = describe()
    if (typeof method.external_id !== 'string') return skipped('not_readable')
  } catch {
    return skipped('not_readable')
  }
  const { payment_type: type, external_id, customer_id, last_four, exp_month, exp_year } = method
  const card = {
    brand: text(method.brand, 50),
    last4: /^\d{4}$/.test(last_four ?? '') ? last_four : null,
    ...{ exp_month, exp_year },
    cardholder_name: text(method.cardholder_name, 200),
  }
  const payment_method_data = {
    external_id: sanitizeText(external_id, 255),
    customer_id: text(customer_id),
    type,
    card,
    fingerprint: text(method.fingerprint),
  }
  return { verb: 'payment_method_attached', payment_method_data }
}

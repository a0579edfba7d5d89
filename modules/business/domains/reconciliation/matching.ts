import type { GatewayCharge } from '../../gateways/port.ts'
import { isReceived, isUnsettled, type paymentStatuses } from '../payments/statuses.ts'

/** A payment of ours, as far as the comparison needs it. */
export interface KnownPayment {
  id: string
  invoice_id: string | null
  intent_id: string | null
  external_id: string | null
  amount_cents: number
  /** The part that paid the invoice. */
  applied_cents: number
  refunded_cents: number
  /** The ids of its refunds, here and at the gateway. */
  refund_ids: readonly string[]
  fee_cents: number | null
  currency: string
  status: (typeof paymentStatuses)[number]
}

/** What is known here about a batch of charges. */
export interface Known {
  payments: readonly KnownPayment[]
  accountIds: readonly string[]
}

export type FlagType =
  | 'missing_payment'
  | 'missing_provider_payment'
  | 'duplicate_payment'
  | 'amount_mismatch'
  | 'status_mismatch'
  | 'unknown_transaction'

export interface Finding {
  type: FlagType
  severity: 'medium' | 'high' | 'critical'
  external_id: string
  payment_id: string | null
  amount_cents: number
  currency: string
  description: string
}

/** A received charge of the gateway, the payment that it is, if any, and what differs. */
export interface Comparison {
  charge: GatewayCharge
  payment: KnownPayment | null
  /** Our payment does not have this money yet: `settlePayment` records it. */
  settles: boolean
  findings: Finding[]
}

/**
 * Compares charges of a gateway with our payments, by their ids only: times and amounts of different payments can be equal.
 * Charges that did not succeed moved no money and are left out.
 */
export function compareCharges(charges: Iterable<GatewayCharge>, known: Known): Comparison[] {
  /** By payment, the charge that is taken for it, so that a second one is a duplicate also within the batch. */
  const claims = new Map<string, GatewayCharge>()
  return [...charges]
    .filter(({ status }) => status === 'succeeded')
    .map((charge) => compare(charge, known, claims))
}

function compare(
  charge: GatewayCharge,
  known: Known,
  claims: Map<string, GatewayCharge>,
): Comparison {
  const finding = findingAbout(charge)
  const payment = paymentOf(charge, known.payments)
  const twin = twinOf(charge, payment, known.payments)
  if (!payment) {
    const isOurs = charge.account_id !== null && known.accountIds.includes(charge.account_id)
    const found = twin
      ? duplicate(charge, twin)
      : isOurs
        ? finding('missing_payment', 'high', null, 'Names an account, but no payment of it is here')
        : finding('unknown_transaction', 'medium', null, 'Another system may use the same key')
    return { charge, payment: null, settles: false, findings: present(found) }
  }
  const claim = claims.get(payment.id)
  const isOther = isReceived(payment) && !isSameMoney(charge, payment)
  if (isOther || (claim && claim.external_id !== charge.external_id)) {
    return { charge, payment: null, settles: false, findings: present(duplicate(charge, payment)) }
  }
  claims.set(payment.id, charge)
  const settles = !isReceived(payment)
  const paidTwice = twin && payment.applied_cents < payment.amount_cents
  const findings = [
    ...present(paidTwice ? duplicate(charge, twin, payment) : null),
    ...present(settles && !twin ? unsettled(charge, payment) : null),
    ...amounts(charge, payment),
    ...refunds(charge, payment),
  ]
  return { charge, payment, settles, findings }
}

const present = (finding: Finding | null): Finding[] => (finding ? [finding] : [])

/**
 * The payment that a charge is: the one with its id or, if none has received this money, the one that it names. All attempts
 * for an invoice have one intent at Stripe, so an attempt that was received comes first.
 */
function paymentOf(
  charge: GatewayCharge,
  payments: readonly KnownPayment[],
): KnownPayment | undefined {
  const same = payments.filter((one) => isSameMoney(charge, one))
  return (
    same.find(isReceived) ??
    payments.find(({ id }) => id === charge.payment_id) ??
    same.find(isUnsettled) ??
    same[0]
  )
}

/** Whether they have an id in common. Recorded payments may have either id of the gateway in either field. */
function isSameMoney(
  { intent_id, external_id }: GatewayCharge,
  payment: Pick<KnownPayment, 'intent_id' | 'external_id'>,
): boolean {
  const ids = [payment.intent_id, payment.external_id]
  return ids.includes(external_id) || (intent_id !== null && ids.includes(intent_id))
}

/** Another payment that paid the invoice of a charge. */
function twinOf(
  charge: GatewayCharge,
  payment: KnownPayment | undefined,
  payments: readonly KnownPayment[],
): KnownPayment | undefined {
  const invoiceId = payment?.invoice_id ?? charge.invoice_id
  if (!invoiceId) return undefined
  return payments.find(
    (one) =>
      one.invoice_id === invoiceId &&
      one.id !== payment?.id &&
      isReceived(one) &&
      one.applied_cents > 0,
  )
}

const findingAbout =
  ({ external_id, amount_cents, currency }: GatewayCharge) =>
  (
    type: FlagType,
    severity: Finding['severity'],
    payment: KnownPayment | null,
    description: string,
  ): Finding => ({
    ...{ type, severity, external_id, amount_cents, currency, description },
    payment_id: payment?.id ?? null,
  })

/** Null once it was paid back. */
function duplicate(
  charge: GatewayCharge,
  first: KnownPayment,
  payment: KnownPayment | null = null,
): Finding | null {
  const isPaidBack = charge.refunded_cents === charge.amount_cents || payment?.status === 'refunded'
  if (isPaidBack) return null
  return findingAbout(charge)(
    'duplicate_payment',
    'critical',
    payment ?? first,
    'The invoice was paid twice: refund one of the payments',
  )
}

function unsettled(charge: GatewayCharge, payment: KnownPayment): Finding {
  const finding = findingAbout(charge)
  return isUnsettled(payment)
    ? finding('status_mismatch', 'medium', payment, 'Received there, without an outcome here')
    : finding('missing_payment', 'high', payment, `Received there, ${payment.status} here`)
}

function amounts(charge: GatewayCharge, payment: KnownPayment): Finding[] {
  const isEqual =
    charge.amount_cents === payment.amount_cents && charge.currency === payment.currency
  if (isEqual) return []
  const severity = severityOfAmounts(payment, charge)
  return [findingAbout(charge)('amount_mismatch', severity, payment, 'The amounts differ')]
}

interface Amount {
  amount_cents: number
  currency: string
}

/** Another currency, or a difference above one percent of our amount, is high. */
export function severityOfAmounts(ours: Amount, theirs: Amount): 'medium' | 'high' {
  const difference = BigInt(ours.amount_cents) - BigInt(theirs.amount_cents)
  const magnitude = difference < 0n ? -difference : difference
  const isLarge = magnitude * 100n > BigInt(ours.amount_cents)
  return isLarge || ours.currency !== theirs.currency ? 'high' : 'medium'
}

/** What was refunded there but not here is found by the refunds that the gateway lists, each once. */
function refunds(charge: GatewayCharge, payment: KnownPayment): Finding[] {
  const { refunded_cents } = charge
  if (refunded_cents === null || refunded_cents >= payment.refunded_cents) return []
  const description = `Refunded there: ${refunded_cents}, here: ${payment.refunded_cents} (${charge.currency}, smallest unit)`
  return [findingAbout(charge)('status_mismatch', 'medium', payment, description)]
}

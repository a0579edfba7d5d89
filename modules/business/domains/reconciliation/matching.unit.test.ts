import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GatewayCharge } from '../../gateways/port.ts'
import { compareCharges, type KnownPayment, severityOfAmounts } from './matching.ts'

const chargeOf = (fields: Partial<GatewayCharge> = {}): GatewayCharge => ({
  ...{ intent_id: 'pi_1', external_id: 'ch_1', payment_id: 'p1', invoice_id: 'i1' },
  ...{ account_id: 'a1', amount_cents: 2900, currency: 'USD', refunded_cents: 0, fee_cents: 114 },
  ...{ status: 'succeeded', created_at: new Date('2026-11-23T12:00:00Z') },
  ...fields,
})

const paymentOf = (fields: Partial<KnownPayment> = {}): KnownPayment => ({
  ...{ id: 'p1', invoice_id: 'i1', intent_id: 'pi_1', external_id: 'ch_1', amount_cents: 2900 },
  ...{ applied_cents: 2900, refunded_cents: 0, refund_ids: [], fee_cents: 114, currency: 'USD' },
  ...{ status: 'succeeded' },
  ...fields,
})

const typesOf = (
  charges: GatewayCharge[],
  payments: KnownPayment[],
  accountIds: string[] = ['a1'],
) =>
  compareCharges(charges, { payments, accountIds }).map(({ findings }) =>
    findings.map(({ type, severity }) => `${type} ${severity}`),
  )

test('equal payments do not differ, by whichever id they are found', () => {
  const ids: Partial<KnownPayment>[] = [
    {},
    { intent_id: null },
    { external_id: null },
    { intent_id: null, external_id: 'pi_1' },
    { intent_id: 'ch_1', external_id: null },
  ]
  for (const fields of ids) {
    expect(typesOf([chargeOf({ payment_id: null })], [paymentOf(fields)])).toEqual([[]])
  }
})

test('an equal amount at the same time is not the same payment', () => {
  const other = chargeOf({ intent_id: 'pi_2', external_id: 'ch_2', payment_id: null })
  const foreign = { ...other, invoice_id: null, account_id: null }
  expect(typesOf([foreign], [paymentOf()])).toEqual([['unknown_transaction medium']])
  expect(typesOf([{ ...foreign, account_id: 'a1' }], [paymentOf()])).toEqual([
    ['missing_payment high'],
  ])
  expect(typesOf([{ ...foreign, account_id: 'a1' }], [], [])).toEqual([
    ['unknown_transaction medium'],
  ])
})

test('what has no outcome or failed here and was received there is settled', () => {
  const unsettled = { intent_id: null, external_id: null, applied_cents: 0 }
  const [waiting] = compareCharges([chargeOf()], {
    payments: [paymentOf({ ...unsettled, status: 'processing' })],
    accountIds: [],
  })
  expect(waiting).toMatchObject({ settles: true, findings: [{ type: 'status_mismatch' }] })
  const [failed] = compareCharges([chargeOf()], {
    payments: [paymentOf({ ...unsettled, status: 'failed' })],
    accountIds: [],
  })
  expect(failed).toMatchObject({ settles: true, findings: [{ type: 'missing_payment' }] })
})

test('the attempt that was received comes before the one that the intent names', () => {
  const named = paymentOf({ id: 'p1', external_id: null, status: 'failed', applied_cents: 0 })
  const received = paymentOf({ id: 'p2' })
  const [found] = compareCharges([chargeOf()], { payments: [named, received], accountIds: [] })
  expect(found).toMatchObject({ payment: { id: 'p2' }, settles: false, findings: [] })
})

test('an amount that differs by more than one percent, or a currency, is high', () => {
  const ours = { amount_cents: 10_000, currency: 'USD' }
  expect(severityOfAmounts(ours, { ...ours, amount_cents: 9900 })).toBe('medium')
  expect(severityOfAmounts(ours, { ...ours, amount_cents: 9899 })).toBe('high')
  expect(severityOfAmounts(ours, { ...ours, currency: 'EUR' })).toBe('high')
  expect(typesOf([chargeOf({ amount_cents: 2899 })], [paymentOf()])).toEqual([
    ['amount_mismatch medium'],
  ])
})

test('a refund that the gateway does not have is a difference; PayPal does not say', () => {
  const refunded = paymentOf({ refunded_cents: 500 })
  expect(typesOf([chargeOf()], [refunded])).toEqual([['status_mismatch medium']])
  expect(typesOf([chargeOf({ refunded_cents: null })], [refunded])).toEqual([[]])
  // One that is not known here is found in the list of refunds.
  expect(typesOf([chargeOf({ refunded_cents: 500 })], [paymentOf()])).toEqual([[]])
})

test('two charges for one invoice are a duplicate until one is refunded', () => {
  const again = chargeOf({ intent_id: 'pi_2', external_id: 'ch_2' })
  expect(typesOf([chargeOf(), again], [paymentOf()])).toEqual([[], ['duplicate_payment critical']])
  expect(typesOf([{ ...again, payment_id: null }], [paymentOf()])).toEqual([
    ['duplicate_payment critical'],
  ])
  expect(typesOf([{ ...again, refunded_cents: 2900 }], [paymentOf()])).toEqual([[]])
  const second = paymentOf({
    ...{ id: 'p2', intent_id: 'pi_2', external_id: 'ch_2', applied_cents: 0 },
  })
  const late = { ...again, payment_id: 'p2' }
  expect(typesOf([chargeOf(), late], [paymentOf(), second])).toEqual([
    [],
    ['duplicate_payment critical'],
  ])
})

test('two charges for a payment without an outcome: the first is taken, the second is a duplicate', () => {
  const waiting = paymentOf({
    ...{ intent_id: null, external_id: null, applied_cents: 0, status: 'processing' },
  })
  const again = chargeOf({ intent_id: 'pi_2', external_id: 'ch_2' })
  expect(typesOf([chargeOf(), again], [waiting])).toEqual([
    ['status_mismatch medium'],
    ['duplicate_payment critical'],
  ])
})

const anyCharge = fc.record({
  number: fc.integer({ min: 0, max: 8 }),
  amount_cents: fc.integer({ min: 1, max: 5000 }),
  status: fc.constantFrom('succeeded' as const, 'pending' as const, 'failed' as const),
  names: fc.boolean(),
})
const anyPayment = fc.record({
  number: fc.integer({ min: 0, max: 8 }),
  amount_cents: fc.integer({ min: 1, max: 5000 }),
  status: fc.constantFrom(
    'succeeded' as const,
    'processing' as const,
    'failed' as const,
    'refunded' as const,
  ),
})

test('each received charge is judged once, and no payment gets the money of two', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyCharge, { selector: ({ number }) => number }),
      fc.uniqueArray(anyPayment, { selector: ({ number }) => number }),
      (charges, payments) => {
        const listed = charges.map(({ number, names, ...rest }) =>
          chargeOf({
            ...{
              external_id: `ch_${number}`,
              intent_id: `pi_${number}`,
              account_id: null,
              ...rest,
            },
            payment_id: names ? `p${number}` : null,
            invoice_id: null,
          }),
        )
        const known = payments.map(({ number, ...rest }) =>
          paymentOf({
            ...{ id: `p${number}`, external_id: `ch_${number}`, invoice_id: null, ...rest },
            intent_id: `pi_${number}`,
          }),
        )
        const found = compareCharges(listed, { payments: known, accountIds: [] })
        expect(found.map(({ charge }) => charge)).toEqual(
          listed.filter(({ status }) => status === 'succeeded'),
        )
        const taken = found.flatMap(({ payment }) => payment?.id ?? [])
        expect(new Set(taken).size).toBe(taken.length)
        for (const { charge, payment, settles, findings } of found) {
          const isAgreed =
            payment !== null && !settles && payment.amount_cents === charge.amount_cents
          expect(findings.length === 0).toBe(isAgreed)
        }
      },
    ),
  )
})

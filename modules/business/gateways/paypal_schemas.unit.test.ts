import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { callOf, paymentOf, paypalWorld, resultOf, vaultedPayer } from '../test/gateways.ts'

// The official SDK exports no schemas, and its hosts are fixed; its files read what our double answers.
const require = createRequire(import.meta.url)
const sdk = dirname(require.resolve('@paypal/paypal-server-sdk'))
const { validateAndMap, validateAndUnmap } = require(join(sdk, 'schema.js'))
const schemaOf = (name: string) => require(join(sdk, `models/${name}.js`))[`${name}Schema`]

const here = await paypalWorld()
const { double, gateway } = here
afterAll(() => double.stop())

const accessToken = await newAccessToken()

async function get(path: string) {
  const headers = { authorization: `Bearer ${accessToken}` }
  return (await (await fetch(`${double.url}${path}`, { headers })).json()) as object
}

async function newAccessToken() {
  const basic = Buffer.from(`${double.clientId}:${double.clientSecret}`).toString('base64')
  const response = await fetch(`${double.url}/v1/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    headers: { authorization: `Basic ${basic}` },
  })
  const { errors, result } = validateAndMap(await response.json(), schemaOf('oAuthToken'))
  expect(errors || []).toEqual([])
  return result.accessToken
}

/** What the SDK makes of an answer; writing that again gives the answer, so that no field is misspelt. */
function readBySdk(name: string, answer: object) {
  const { errors, result } = validateAndMap(answer, schemaOf(name))
  expect(errors || []).toEqual([])
  const written = validateAndUnmap(result, schemaOf(name))
  expect(written.errors || []).toEqual([])
  expect(written.result).toEqual(answer)
  return result
}

test('every answer of the double is one of PayPal, by the schemas of its SDK', async () => {
  const urls = { return_url: 'https://app.example', cancel_url: 'https://app.example' }
  const { setup_id } = resultOf(await gateway.start_setup({ customer_id: null, ...urls }, callOf()))
  const setup = await get(`/v3/vault/setup-tokens/${setup_id}`)
  expect(readBySdk('setupTokenResponse', setup).status).toBe('PAYER_ACTION_REQUIRED')

  const payer = await vaultedPayer(here)
  const token = await get(`/v3/vault/payment-tokens/${payer.method_id}`)
  const { paypal } = readBySdk('paymentTokenResponse', token).paymentSource
  expect(paypal.name).toEqual({ givenName: 'Pat', surname: 'Payer' })

  const payment = paymentOf(payer)
  const { intent_id, external_id } = resultOf(await gateway.confirm(payment, callOf()))
  const [unit] = readBySdk('order', await get(`/v2/checkout/orders/${intent_id}`)).purchaseUnits
  expect(unit).toMatchObject({ customId: payment.payment_id, invoiceId: payment.reference })
  const [captured] = unit.payments.captures
  expect(captured.sellerReceivableBreakdown.paypalFee).toEqual({
    currencyCode: 'USD',
    value: '1.50',
  })

  const capture = await get(`/v2/payments/captures/${external_id}`)
  expect(readBySdk('capturedPayment', capture).status).toBe('COMPLETED')

  const charge = { intent_id, external_id: external_id ?? '', currency: 'USD' }
  const request = { ...charge, refund_id: 'refund-1', amount_cents: 500 }
  const refund = resultOf(await gateway.refund(request, callOf()))
  const refunded = readBySdk('refund', await get(`/v2/payments/refunds/${refund.external_id}`))
  expect(refunded.amount).toEqual({ currencyCode: 'USD', value: '5.00' })

  const range = new URLSearchParams({
    start_date: new Date(Date.now() - 1e7).toISOString(),
    end_date: new Date(Date.now() + 1e7).toISOString(),
  })
  const report = readBySdk('searchResponse', await get(`/v1/reporting/transactions?${range}`))
  expect(report.transactionDetails).toHaveLength(2)
})

test('what we send is a request of the SDK too', async () => {
  const payment = paymentOf(await vaultedPayer(here))
  const { intent_id, external_id } = resultOf(await gateway.confirm(payment, callOf()))
  const charge = { intent_id, external_id: external_id ?? '', currency: 'USD' }
  await gateway.refund({ ...charge, refund_id: 'refund-1', amount_cents: 500 }, callOf())
  const sent = new Map(double.requests().map(({ operation, body }) => [operation, body as object]))
  readBySdk('orderRequest', sent.get('orders.create') ?? {})
  readBySdk('setupTokenRequest', sent.get('setup_tokens.create') ?? {})
  readBySdk('paymentTokenRequest', sent.get('payment_tokens.create') ?? {})
  readBySdk('refundRequest', sent.get('captures.refund') ?? {})
})

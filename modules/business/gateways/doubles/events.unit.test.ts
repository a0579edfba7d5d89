import { X509Certificate } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { afterAll, describe, expect, test } from 'vitest'
import {
  callOf,
  customerWithCard,
  paymentOf,
  paypalWorld,
  preparedPayment,
  resultOf,
  stripeWorld,
  vaultedPayer,
} from '../../test/gateways.ts'
import { isPaypalCertificateUrl, verifyPaypalSignature } from '../paypal_signature.ts'
import { verifyStripeSignature } from '../stripe_signature.ts'

const { signal } = new AbortController()
const everything = { from: new Date(Date.now() - 1e7), to: new Date(Date.now() + 1e7) }

interface Received {
  headers: IncomingHttpHeaders
  raw: Buffer
}

const received: Received[] = []
let status = 200
const server = createServer(async (request, response) => {
  const raw = Buffer.concat(await Array.fromAsync(request))
  received.push({ headers: request.headers, raw })
  response.writeHead(status).end()
})
server.listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const to = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
afterAll(() => void server.close())

const takeReceived = () => received.splice(0)

describe('Stripe', () => {
  const secret = 'whsec_test'

  async function paidWorld() {
    const here = await stripeWorld()
    const customer = await customerWithCard(here.gateway)
    const payment = await preparedPayment(here.gateway, customer)
    return { ...here, ...resultOf(await here.gateway.confirm(payment, callOf())) }
  }

  test('sends what happened, signed so that its own library accepts it', async () => {
    const { double, gateway, external_id } = await paidWorld()
    double.closeDispute(double.dispute(external_id ?? ''), 'lost')
    const sent = await double.sendEvents({ to, secret })
    expect(sent.map(({ type }) => type)).toEqual([
      'payment_method.attached',
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.closed',
    ])
    const { webhooks } = new Stripe('sk_test_x')
    for (const { headers, raw } of takeReceived()) {
      const header = String(headers['stripe-signature'])
      const { api_version } = webhooks.constructEvent(raw, header, secret)
      expect(api_version).toBe(Stripe.API_VERSION)
      expect(verifyStripeSignature(raw, header, [secret], new Date(), 300)).toBe(true)
    }
    expect(await double.sendEvents({ to, secret })).toEqual([])
    expect(await Array.fromAsync(gateway.listMissedEvents(everything, signal))).toEqual([])
    await double.stop()
  })

  test('sends them twice and in another order, the same for the same seed', async () => {
    const { double } = await paidWorld()
    status = 500
    const order = async (shuffle?: number) => {
      const options = shuffle === undefined ? {} : { shuffle }
      const sent = await double.sendEvents({ to, secret, double: true, ...options })
      takeReceived()
      expect(sent.every((one) => one.status === 500)).toBe(true)
      return sent.map(({ id }) => id)
    }
    const orders = [await order(), await order(1), await order(2), await order(1)] as const
    status = 200
    expect(new Set(orders[0]).size).toBe(orders[0].length / 2)
    expect(orders[1]).toEqual(orders[3])
    expect(new Set(orders.map(String)).size).toBe(3)
    expect(orders[1].toSorted()).toEqual(orders[0].toSorted())
    await double.stop()
  })

  test('that signs late is refused', async () => {
    const { double } = await paidWorld()
    double.moveClock(-301_000)
    await double.sendEvents({ to, secret })
    const [first] = takeReceived()
    const header = String(first?.headers['stripe-signature'])
    const raw = first?.raw ?? Buffer.alloc(0)
    expect(verifyStripeSignature(raw, header, [secret], new Date(), 300)).toBe(false)
    await double.stop()
  })
})

test('PayPal sends what happened, signed by a certificate of its authority', async () => {
  const here = await paypalWorld()
  const { double, gateway } = here
  const payment = paymentOf(await vaultedPayer(here))
  const { external_id } = resultOf(await gateway.confirm(payment, callOf()))
  double.reverse(external_id ?? '')
  const sent = await double.sendEvents({ to, webhookId: 'WEBHOOK1' })
  expect(sent.map(({ type }) => type)).toEqual([
    'VAULT.PAYMENT-TOKEN.CREATED',
    'PAYMENT.CAPTURE.COMPLETED',
    'CUSTOMER.DISPUTE.CREATED',
    'PAYMENT.CAPTURE.REVERSED',
  ])
  for (const { headers, raw } of takeReceived()) {
    const header = (name: string) => String(headers[`paypal-${name}`])
    expect(isPaypalCertificateUrl(header('cert-url'))).toBe(true)
    const { pathname } = new URL(header('cert-url'))
    const certificate = await (await fetch(`${double.url}${pathname}`)).text()
    const signature = {
      algorithm: header('auth-algo'),
      transmission_id: header('transmission-id'),
      transmission_time: header('transmission-time'),
      signature: header('transmission-sig'),
    }
    const roots = [new X509Certificate(double.root)]
    const verify = (id: string) =>
      verifyPaypalSignature(raw, signature, id, certificate, roots, new Date())
    expect([verify('WEBHOOK1'), verify('WEBHOOK2')]).toEqual([true, false])
  }
  expect(await Array.fromAsync(gateway.listMissedEvents(everything, signal))).toEqual([])
  await double.stop()
})

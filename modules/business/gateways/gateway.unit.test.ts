import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { callOf, paypalWorld, stoppedCall, stripeWorld } from '../test/gateways.ts'
import { gatewayOf } from './gateway.ts'
import type { Gateway } from './port.ts'

const MINUTE_MS = 60_000
const stops: (() => Promise<void>)[] = []
afterAll(() => Promise.all(stops.map((stop) => stop())))
afterEach(() => void vi.useRealTimers())

async function newStripe(livemode = false) {
  const { double, credentials } = await stripeWorld()
  stops.push(double.stop)
  return { double, credentials, gateway: gatewayOf({ ...credentials, livemode }) }
}

const lookUp = (gateway: Gateway) => gateway.look_up({ intent_id: 'pi_1' }, callOf())

const requestsOf = (double: { requests(): unknown[] }) => double.requests().length

test('the gateway of the credentials is called', async () => {
  const { gateway } = await newStripe()
  expect(await lookUp(gateway)).toEqual({ kind: 'not_found' })
  const { double, credentials } = await paypalWorld()
  stops.push(double.stop)
  const paypal = gatewayOf(credentials)
  expect(await lookUp(paypal)).toEqual({ kind: 'not_found' })
  const range = { from: new Date(0), to: new Date(1) }
  const { signal } = new AbortController()
  expect(await Array.fromAsync(paypal.listCharges(range, signal))).toEqual([])
})

test('five calls without an answer stop all of that gateway and mode, for a minute', async () => {
  const { double, credentials, gateway } = await newStripe()
  for (let count = 0; count < 5; count++) {
    double.failNext({ operation: 'payment_intents.retrieve', how: '500' })
    expect(await lookUp(gateway)).toMatchObject({ kind: 'unreachable' })
  }
  const stopped = { kind: 'unreachable', reason: 'The gateway does not answer' }
  expect(await lookUp(gateway)).toEqual(stopped)
  expect(await lookUp(gatewayOf(credentials))).toEqual(stopped)
  expect(requestsOf(double)).toBe(5)
  expect(await lookUp(gatewayOf({ ...credentials, livemode: true }))).toEqual({ kind: 'not_found' })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + MINUTE_MS })
  expect(await lookUp(gateway)).toEqual({ kind: 'not_found' })
})

test('calls that were stopped by us stop no others', async () => {
  const { double, gateway } = await newStripe()
  for (let count = 0; count < 6; count++) {
    double.failNext({ operation: 'payment_intents.retrieve', how: 'hang' })
    const stopped = await stoppedCall(double, 'payment_intents.retrieve', (call) =>
      gateway.look_up({ intent_id: 'pi_1' }, call),
    )
    expect(stopped).toMatchObject({ reason: 'The call was stopped' })
  }
  expect(await lookUp(gateway)).toEqual({ kind: 'not_found' })
})

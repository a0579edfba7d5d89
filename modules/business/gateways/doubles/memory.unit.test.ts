import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  callOf,
  customerWithCard,
  paymentOf,
  paypalWorld,
  preparedPayment,
  stripeWorld,
  vaultedPayer,
} from '../../test/gateways.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powernode-doubles-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a double of Stripe that is started again knows its customers, and how their cards behave', async () => {
  const memory = join(folder, 'stripe.state')
  const before = await stripeWorld({ memory })
  const customer = await customerWithCard(before.gateway, 'pm_card_chargeDeclinedInsufficientFunds')
  await before.double.stop()
  const after = await stripeWorld({ memory })
  const payment = await preparedPayment(after.gateway, customer)
  expect(await after.gateway.confirm(payment, callOf())).toMatchObject({
    ...{ kind: 'declined', code: 'insufficient_funds' },
  })
  expect(after.double.charges()).toHaveLength(1)
  await after.double.stop()
})

test('a double of PayPal that is started again charges those who agreed before', async () => {
  const memory = join(folder, 'paypal.state')
  const before = await paypalWorld({ memory })
  const payer = await vaultedPayer(before)
  await before.double.stop()
  const after = await paypalWorld({ memory })
  const outcome = await after.gateway.confirm(paymentOf(payer), callOf())
  expect(outcome.kind).toBe('succeeded')
  await after.double.stop()
})

test('a damaged file is ignored', async () => {
  const memory = join(folder, 'damaged.state')
  await writeFile(memory, 'not a state')
  const { double, gateway } = await stripeWorld({ memory })
  expect(await customerWithCard(gateway)).toMatchObject({ method_id: expect.any(String) })
  await double.stop()
})

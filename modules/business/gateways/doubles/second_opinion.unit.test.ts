import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { callOf, stripeWorld } from '../../test/gateways.ts'
import { stripeGateway } from '../stripe.ts'

// `stripe-stateful-mock` was written by others. It has no intents, but idempotency keys and customers.
const require = createRequire(import.meta.url)
createRequire(require.resolve('stripe-stateful-mock'))('loglevel').setLevel('silent')
const server = createServer(require('stripe-stateful-mock').createExpressApp())
server.listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const { double, credentials, gateway } = await stripeWorld()
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await double.stop()
})

test('keys of our double behave as in a double by others', async () => {
  const base_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const others = stripeGateway({ ...credentials, base_url })
  const behaviours = await Promise.all(
    [gateway, others].map(async ({ create_customer }) => {
      const account = { account_id: 'acc', name: 'Acme', email: 'a@acme.example' }
      const call = callOf()
      const first = await create_customer(account, call)
      const again = await create_customer(account, call)
      const other = await create_customer({ ...account, name: 'Else' }, call)
      const fresh = await create_customer(account, callOf())
      const code = other.kind === 'rejected' && other.code
      const idOf = (outcome: typeof first) =>
        outcome.kind === 'succeeded' && outcome.result.customer_id
      return [first.kind, idOf(again) === idOf(first), code, idOf(fresh) === idOf(first)]
    }),
  )
  expect(behaviours[0]).toEqual(['succeeded', true, 'idempotency_error', false])
  expect(behaviours[1]).toEqual(behaviours[0])
})

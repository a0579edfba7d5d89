import { expect, test } from 'vitest'
import type { Gateway } from './queries'
import { gatewayChanges, gatewayValues } from './values'

const gateway = {
  gateway: 'stripe',
  status: 'connected',
  enabled: true,
  test_mode: true,
  simulated: false,
  publishable_key: 'pk_test_1',
  client_id: null,
  webhook_id: null,
  webhook_tolerance_seconds: null,
} as Gateway
const values = gatewayValues(gateway)

test('nothing is sent that was not changed, and secrets start empty', () => {
  expect(gatewayChanges(gateway, values)).toEqual({})
  expect(values).toMatchObject({ secret_key: '', publishable_key: 'pk_test_1' })
})

test('a key is sent with the mode that the form shows', () => {
  const entered = { ...values, secret_key: ' sk_test_2 ' }
  expect(gatewayChanges(gateway, entered)).toEqual({ secret_key: 'sk_test_2', test_mode: true })
})

test('an emptied identifier is removed; other changes are sent alone', () => {
  const emptied = { ...values, publishable_key: '', webhook_tolerance_seconds: 60 }
  expect(gatewayChanges(gateway, emptied)).toEqual({
    publishable_key: null,
    webhook_tolerance_seconds: 60,
  })
})

test('the identifiers of a simulated gateway are not kept', () => {
  const simulated = { ...gateway, simulated: true }
  expect(gatewayValues(simulated).publishable_key).toBe('')
  expect(gatewayChanges(simulated, gatewayValues(simulated))).toEqual({})
})

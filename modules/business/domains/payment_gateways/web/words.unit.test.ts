import { expect, test } from 'vitest'
import { gatewayProblem, settingList } from './words'

const gateway = { name: 'Stripe', missing: [], last_test_error: null }

test('a gateway without a problem needs no attention', () => {
  for (const status of ['not_configured', 'configured', 'connected'] as const) {
    expect(gatewayProblem({ ...gateway, status })).toBeNull()
  }
})

test('the settings that are missing are named', () => {
  expect(gatewayProblem({ ...gateway, status: 'partial', missing: ['webhook_secret'] })).toBe(
    'The signing secret of Stripe is missing or of the other mode.',
  )
  expect(settingList(['client_id', 'client_secret', 'webhook_id'])).toBe(
    'client ID, client secret, and webhook ID',
  )
})

test('a failed test gives its reason', () => {
  const failed = { ...gateway, status: 'error', last_test_error: 'Invalid key' } as const
  expect(gatewayProblem(failed)).toBe('The last connection test of Stripe failed: Invalid key')
})

import { readConfig } from '@powernode/server/config.ts'
import { expect, test } from 'vitest'
import { environment } from './environment.ts'

test('credentials of the right form are accepted', () => {
  const given = {
    STRIPE_SECRET_KEY: 'rk_live_4eC39HqLyjWDarjt',
    PAYPAL_CLIENT_ID: 'A-b_1234567890',
  }
  expect(readConfig(given).readDeclared(environment)).toMatchObject(given)
})

test.each([
  'sk_test_your_key_here',
  'sk_test_xxxxxxxxxxxxxxxx',
  'sk_test_...',
  '<secret key>',
  'changeme',
  'sk_test_…',
  '',
])('the placeholder %j counts as empty', (STRIPE_SECRET_KEY) => {
  const declared = readConfig({ STRIPE_SECRET_KEY }).readDeclared(environment)
  expect(declared.STRIPE_SECRET_KEY).toBeUndefined()
})

test.each([
  [{ STRIPE_SECRET_KEY: 'pk_test_PublicOfStripe01' }, 'STRIPE_SECRET_KEY must be a key that'],
  [{ STRIPE_WEBHOOK_SECRET: 'secret' }, 'STRIPE_WEBHOOK_SECRET must be a signing secret'],
  [{ PAYPAL_CLIENT_ID: 'short' }, 'PAYPAL_CLIENT_ID must be a client ID'],
  [{ PAYPAL_MODE: 'test' }, 'PAYPAL_MODE must be one of sandbox, live'],
  [{ STRIPE_API_BASE: 'api.stripe.com' }, 'STRIPE_API_BASE must be a URL'],
  [{ PAYMENTS_SIMULATED: 'yes' }, 'PAYMENTS_SIMULATED must be one of true, false'],
  [
    { PAYMENTS_SIMULATED: 'true', NODE_ENV: 'production' },
    'PAYMENTS_SIMULATED must not be true if NODE_ENV is production',
  ],
  [
    { PAYPAL_API_BASE: 'http://127.0.0.1:1', NODE_ENV: 'production' },
    'PAYPAL_API_BASE must start with https:// if NODE_ENV is production',
  ],
])('%j stops the start in one line', (variables, line) => {
  expect(() => readConfig(variables).readDeclared(environment)).toThrow(line)
})

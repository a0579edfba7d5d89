import { readConfig } from '@powernode/server/config.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { afterEach, describe, expect, test } from 'vitest'
import {
  office,
  removeGatewaySettings,
  SECRET,
  SIGNING,
  stripe,
} from '../../test/gateway_settings.ts'
import { credentialsOf, enabledGateways, webhookSecretsOf } from './credentials.ts'
import { environment } from './environment.ts'

afterEach(removeGatewaySettings)

/** The same installation with these variables in its environment. */
function withEnvironment(ctx: PlatformCtx, variables: Record<string, string>): PlatformCtx {
  const declared = readConfig(variables).readDeclared(environment)
  return {
    ...ctx,
    platform: { ...ctx.platform, environment: { ...ctx.platform.environment, ...declared } },
  }
}

test('the secret of a simulated gateway is not accepted once there is a real one', async () => {
  const { ctx, platform, change } = await office()
  Object.assign(platform.environment, { PAYMENTS_SIMULATED: true })
  expect((await webhookSecretsOf(ctx, 'stripe')).secrets).toEqual(['whsec_double'])
  await change('stripe', stripe)
  expect((await webhookSecretsOf(ctx, 'stripe')).secrets).toEqual([SIGNING])
  Object.assign(platform.environment, { PAYMENTS_SIMULATED: false })
})

describe('the environment', () => {
  const given = {
    STRIPE_SECRET_KEY: 'sk_live_FromEnvironment01',
    STRIPE_PUBLISHABLE_KEY: 'pk_live_FromEnvironment01',
    STRIPE_WEBHOOK_SECRET: 'whsec_FromEnvironment01',
    PAYPAL_CLIENT_ID: 'FromEnvironment01',
    PAYPAL_CLIENT_SECRET: 'FromEnvironment02',
    PAYPAL_MODE: 'live',
  }

  test('is used for what nobody has entered, in its own mode', async () => {
    const { ctx, change } = await office()
    const own = withEnvironment(ctx, given)
    expect(await enabledGateways(own)).toMatchObject([
      { gateway: 'stripe', livemode: true, publishable_key: given.STRIPE_PUBLISHABLE_KEY },
      { gateway: 'paypal', livemode: true, client_id: given.PAYPAL_CLIENT_ID },
    ])
    expect(await webhookSecretsOf(own, 'stripe')).toEqual({
      livemode: true,
      secrets: [given.STRIPE_WEBHOOK_SECRET],
      webhook_id: null,
      tolerance_seconds: 300,
    })
    await change('stripe', stripe)
    expect(await credentialsOf(withEnvironment(ctx, given), 'stripe')).toMatchObject({
      livemode: false,
      secret_key: SECRET,
    })
  })

  test('with a key of the other mode than what was entered is not used', async () => {
    const { ctx, change } = await office()
    await change('stripe', { publishable_key: stripe.publishable_key, test_mode: true })
    const own = withEnvironment(ctx, given)
    expect(await enabledGateways(own)).toMatchObject([{ gateway: 'paypal' }])
    await expect(credentialsOf(own, 'stripe')).rejects.toThrow('Stripe is not set up')
  })

  test('simulates a gateway that has no keys, and no other', async () => {
    const { ctx, change } = await office()
    const simulating = { PAYMENTS_SIMULATED: 'true' }
    expect(await enabledGateways(withEnvironment(ctx, simulating))).toMatchObject([
      { gateway: 'stripe', livemode: false },
      { gateway: 'paypal', livemode: false },
    ])
    expect(await credentialsOf(withEnvironment(ctx, simulating), 'stripe')).toMatchObject({
      livemode: false,
      base_url: 'http://127.0.0.1:12111',
    })
    await change('stripe', stripe)
    expect(await credentialsOf(withEnvironment(ctx, simulating), 'stripe')).toMatchObject({
      base_url: 'https://api.stripe.com',
      secret_key: SECRET,
    })
  })
})

import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Secret, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { Type } from 'typebox'
import { type GatewayCredentials, type GatewayName, gateways } from '../../gateways/port.ts'
import { configurationOf, differsInMode, type GatewayConfiguration } from './configuration.ts'
import { gatewayTerms } from './field.ts'
import { simulatedBaseOf } from './simulation.ts'

const DEFAULT_TOLERANCE_SECONDS = 300

const common = {
  livemode: Type.Boolean({ description: 'Whether real money moves' }),
  base_url: Text(2048, { description: 'Where the API of the gateway is' }),
}

/** The credentials of one call, for a worker. */
export const CallCredentials = Type.Unsafe<GatewayCredentials>(
  Type.Union([
    Shape('StripeCredentials', {
      gateway: Type.Literal('stripe', { description: 'The gateway' }),
      ...common,
      secret_key: Secret('Secret key', 'sk_test_abcdefghijklmnop'),
    }),
    Shape('PaypalCredentials', {
      gateway: Type.Literal('paypal', { description: 'The gateway' }),
      ...common,
      client_id: Text(255, { description: 'Client ID' }),
      client_secret: Secret('Client secret', 'EFgHiJkLmNoPqRsT'),
      webhook_id: Type.Union([Text(64), Type.Null()], { description: 'ID of the webhook' }),
    }),
  ]),
)

/**
 * What a call of this gateway needs, also while it is disabled: earlier payments are still looked up and refunded. 422
 * `gateway_not_configured` without credentials.
 */
export async function credentialsOf(
  ctx: PlatformCtx,
  gateway: GatewayName,
): Promise<GatewayCredentials> {
  const configuration = await configurationOf(ctx, gateway)
  const { settings, test_mode } = configuration
  const { secret_key, client_id, client_secret, webhook_id = null } = settings
  const shared = { livemode: !test_mode, base_url: baseOf(ctx, configuration) }
  if (gateway === 'stripe' && secret_key && !differsInMode(secret_key, test_mode)) {
    return { gateway, ...shared, secret_key }
  }
  if (gateway === 'paypal' && client_id && client_secret) {
    return { gateway, ...shared, client_id, client_secret, webhook_id }
  }
  const { name } = gatewayTerms[gateway]
  throw fail.with(
    'gateway_not_configured',
    `${name} is not set up: an administrator of this server enters its keys under Admin → Gateways`,
  )
}

/** The gateways that customers can pay with, and what the browser needs for each. Reads no row that is cached. */
export async function enabledGateways(ctx: PlatformCtx) {
  const all = await Promise.all(gateways.map((gateway) => configurationOf(ctx, gateway)))
  return all
    .filter(({ enabled }) => enabled)
    .map(({ gateway, test_mode, simulated, settings }) => ({
      gateway,
      livemode: !test_mode,
      simulated,
      publishable_key: settings.publishable_key ?? null,
      client_id: settings.client_id ?? null,
    }))
}

/** Whether the calls of a gateway move money now; also while it is disabled. */
export async function livemodeOf(ctx: PlatformCtx, gateway: GatewayName): Promise<boolean> {
  return !(await configurationOf(ctx, gateway)).test_mode
}

/**
 * What verifies the events of a gateway: for Stripe every signing secret that is accepted now, for PayPal the ID of the
 * webhook. Both are empty if events cannot be verified. `livemode` is what the events must be of.
 */
export async function webhookSecretsOf(ctx: PlatformCtx, gateway: GatewayName) {
  const { settings, retired, test_mode } = await configurationOf(ctx, gateway)
  const { webhook_secret, webhook_id = null, webhook_tolerance_seconds } = settings
  const accepted = retired.filter(({ until }) => until > ctx.now())
  return {
    livemode: !test_mode,
    secrets: [...(webhook_secret ? [webhook_secret] : []), ...accepted.map(({ secret }) => secret)],
    webhook_id,
    tolerance_seconds: webhook_tolerance_seconds ?? DEFAULT_TOLERANCE_SECONDS,
  }
}

function baseOf(ctx: PlatformCtx, configuration: GatewayConfiguration): string {
  const { gateway, simulated, test_mode } = configuration
  const { STRIPE_API_BASE, PAYPAL_API_BASE } = ctx.platform.environment
  if (simulated) return simulatedBaseOf(ctx, gateway)
  if (gateway === 'stripe') return STRIPE_API_BASE ?? 'https://api.stripe.com'
  if (PAYPAL_API_BASE) return PAYPAL_API_BASE
  return test_mode ? 'https://api-m.sandbox.paypal.com' : 'https://api-m.paypal.com'
}

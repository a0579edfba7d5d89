import { join } from 'node:path'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { DoubleOptions } from '../../gateways/doubles/double.ts'
import { type GatewayName, gateways } from '../../gateways/port.ts'
import type { GatewaySettings } from './field.ts'

const SIMULATION_MS = 10_000

/** The settings of the simulated gateways. */
export const simulatedSettings: Record<GatewayName, GatewaySettings> = {
  stripe: {
    secret_key: 'sk_test_double',
    publishable_key: 'pk_test_double',
    webhook_secret: 'whsec_double',
    test_mode: true,
  },
  paypal: {
    client_id: 'paypal_double',
    client_secret: 'paypal_double_secret',
    webhook_id: 'paypal_double_webhook',
    test_mode: true,
  },
}

/** Where a simulated gateway is, unless STRIPE_API_BASE or PAYPAL_API_BASE says otherwise. */
export function simulatedBaseOf({ platform }: PlatformCtx, gateway: GatewayName): string {
  const { STRIPE_API_BASE, PAYPAL_API_BASE } = platform.environment
  if (gateway === 'stripe') return STRIPE_API_BASE ?? 'http://127.0.0.1:12111'
  return PAYPAL_API_BASE ?? 'http://127.0.0.1:12112'
}

/**
 * Approves or refuses a payment at the simulated Stripe, as the bank of the payer would have it done in the browser. 502
 * `gateway_error` if it does not run.
 */
export async function authenticateSimulated(
  ctx: PlatformCtx,
  intentId: string,
  passed: boolean,
): Promise<void> {
  const { secret_key } = simulatedSettings.stripe
  const path = `/v1/test_helpers/payment_intents/${encodeURIComponent(intentId)}/authenticate`
  await fetch(new URL(path, simulatedBaseOf(ctx, 'stripe')), {
    method: 'POST',
    headers: { authorization: `Bearer ${secret_key}` },
    body: new URLSearchParams({ passed: String(passed) }),
    signal: AbortSignal.timeout(SIMULATION_MS),
  }).catch((error: Error) => {
    ctx.log.warn({ err: error }, 'the simulated gateway could not be asked')
    throw fail.with('gateway_error')
  })
}

/**
 * Runs the simulated gateways beside a listening server if PAYMENTS_SIMULATED is true, for the workers of the same machine.
 * What happens there is kept in the data folder. If another process already listens at an address, that one is used.
 */
export function startSimulation(ctx: PlatformCtx) {
  const simulated = ctx.platform.environment.PAYMENTS_SIMULATED ? gateways : []
  const running = simulated.map((gateway) => runDouble(ctx, gateway))
  return {
    async close(): Promise<void> {
      for (const double of await Promise.all(running)) await double?.stop()
    },
  }
}

async function runDouble(ctx: PlatformCtx, gateway: GatewayName) {
  const { hostname, port } = new URL(simulatedBaseOf(ctx, gateway))
  if (!['127.0.0.1', 'localhost'].includes(hostname)) return undefined
  try {
    const memory = join(ctx.platform.config.POWERNODE_DATA_DIR, `simulated_${gateway}.state`)
    const double = await startDouble(gateway, { port: Number(port), memory })
    ctx.log.warn({ gateway, url: double.url }, 'payments are simulated')
    return double
  } catch (error) {
    const { message: reason } = error as Error
    ctx.log.warn({ gateway, reason }, 'the simulated gateway was not started')
    return undefined
  }
}

/** Loads the double only where payments are simulated. */
async function startDouble(gateway: GatewayName, options: DoubleOptions) {
  if (gateway === 'stripe') {
    const { startStripeDouble } = await import('../../gateways/doubles/stripe_double.ts')
    return startStripeDouble(options)
  }
  const { startPaypalDouble } = await import('../../gateways/doubles/paypal_double.ts')
  return startPaypalDouble(options)
}

import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { GatewayName } from '../../gateways/port.ts'
import type { GatewaySettings } from './field.ts'

/** The settings of the gateways that can be simulated. */
export const simulatedSettings: Partial<Record<GatewayName, GatewaySettings>> = {
  stripe: {
    secret_key: 'sk_test_double',
    publishable_key: 'pk_test_double',
    webhook_secret: 'whsec_double',
    test_mode: true,
  },
}

const SIMULATED_STRIPE = 'http://127.0.0.1:12111'

/** Where the simulated Stripe is, unless STRIPE_API_BASE says otherwise. */
export const simulatedBaseOf = ({ platform }: PlatformCtx): string =>
  platform.environment.STRIPE_API_BASE ?? SIMULATED_STRIPE

/**
 * Runs the simulated gateway beside a listening server if PAYMENTS_SIMULATED is true, for the workers of the same machine.
 * It forgets everything when the server stops. If another process already listens at its address, that one is used.
 */
export function startSimulation(ctx: PlatformCtx) {
  const running = ctx.platform.environment.PAYMENTS_SIMULATED
    ? runStripe(new URL(simulatedBaseOf(ctx)), ctx)
    : Promise.resolve(undefined)
  return {
    async close(): Promise<void> {
      await (await running)?.stop()
    },
  }
}

async function runStripe({ hostname, port }: URL, { log }: PlatformCtx) {
  if (!['127.0.0.1', 'localhost'].includes(hostname)) return undefined
  const { startStripeDouble } = await import('../../gateways/doubles/stripe_double.ts')
  try {
    const double = await startStripeDouble({ port: Number(port) })
    log.warn({ url: double.url }, 'payments are simulated')
    return double
  } catch (error) {
    log.warn({ reason: (error as Error).message }, 'the simulated gateway was not started')
    return undefined
  }
}

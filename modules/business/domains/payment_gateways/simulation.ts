import type { GatewayName } from '../../gateways/port.ts'
import type { GatewaySettings } from './field.ts'

/** The settings of the simulated gateways, which run on this machine and move no money. */
export const simulatedSettings: Record<GatewayName, GatewaySettings> = {
  stripe: {
    secret_key: 'sk_test_simulated_payments',
    publishable_key: 'pk_test_simulated_payments',
    webhook_secret: 'whsec_simulated_payments',
    test_mode: true,
  },
  paypal: {
    client_id: 'simulated-client-id',
    client_secret: 'simulated-client-secret',
    webhook_id: 'SIMULATED',
    test_mode: true,
  },
}

/** Where they listen, unless STRIPE_API_BASE or PAYPAL_API_BASE is set. */
export const simulatedBases: Record<GatewayName, string> = {
  stripe: 'http://127.0.0.1:12111',
  paypal: 'http://127.0.0.1:12112',
}

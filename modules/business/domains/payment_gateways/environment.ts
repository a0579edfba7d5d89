import { flag, oneOf, type Parse, url } from '@powernode/contract/environment.ts'
import { type CredentialName, formats } from './field.ts'

/** A value copied from an example, such as `sk_test_your_key` or `<client id>`. */
const PLACEHOLDER =
  /(^|[\W_])(your|change_?me|placeholder|example|replace|dummy|todo|x{3,})([\W_]|$)|\.\.\.|[<>…]/i

/** A credential of this format; a placeholder counts as absent. */
function credential(name: CredentialName): Parse<string | undefined> {
  const [pattern, says] = formats[name]
  const format = new RegExp(`^(${pattern})$`)
  return (value) => {
    if (PLACEHOLDER.test(value)) return undefined
    if (format.test(value)) return value
    throw new Error(says)
  }
}

const absent = (name: CredentialName) => ({ parse: credential(name), default: undefined })

const apiBase = {
  parse: url('http:', 'https:'),
  default: undefined,
  refusedInProduction: (base: string) => !base.startsWith('https:') && 'must start with https://',
}

/** Settings of the payment gateways, for what administrators have not entered. */
export const environment = {
  STRIPE_SECRET_KEY: absent('secret_key'),
  STRIPE_PUBLISHABLE_KEY: absent('publishable_key'),
  STRIPE_WEBHOOK_SECRET: absent('webhook_secret'),
  STRIPE_API_BASE: apiBase,
  PAYPAL_CLIENT_ID: absent('client_id'),
  PAYPAL_CLIENT_SECRET: absent('client_secret'),
  PAYPAL_WEBHOOK_ID: absent('webhook_id'),
  PAYPAL_MODE: { parse: oneOf('sandbox', 'live'), default: undefined },
  PAYPAL_API_BASE: apiBase,
  PAYMENTS_SIMULATED: {
    parse: flag,
    default: false,
    refusedInProduction: (simulated: boolean) => simulated && 'must not be true',
  },
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'payment_gateways/environment': { environment: typeof environment }
  }
}

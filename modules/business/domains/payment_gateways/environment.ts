import { X509Certificate } from 'node:crypto'
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

/** The PEM of a root certificate. */
function rootCertificate(value: string): string | undefined {
  try {
    return new X509Certificate(value).toString()
  } catch {
    throw new Error('must be a certificate in PEM format')
  }
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
  PAYPAL_EVENTS_ROOT: {
    parse: rootCertificate,
    default: undefined,
    refusedInProduction: () => 'must not be set',
  },
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

import { Changes, Flag, Nullable, Pattern, Shape } from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'
import type { GatewayName } from '../../gateways/port.ts'

/** How a credential looks, and what to say about one that does not. */
export const formats = {
  secret_key: [
    '(sk|rk)_(test|live)_\\w{12,240}',
    'must be a key that starts with sk_test_ or sk_live_',
  ],
  publishable_key: [
    'pk_(test|live)_\\w{12,240}',
    'must be a key that starts with pk_test_ or pk_live_',
  ],
  webhook_secret: ['whsec_[\\w+/=-]{8,240}', 'must be a signing secret, which starts with whsec_'],
  client_id: ['[\\w-]{10,255}', 'must be a client ID: at least 10 letters, digits, _ and -'],
  client_secret: [
    '[\\w-]{10,255}',
    'must be a client secret: at least 10 letters, digits, _ and -',
  ],
  webhook_id: ['[\\w-]{5,64}', 'must be the ID of a webhook: 5 to 64 letters, digits, _ and -'],
} as const satisfies Record<string, readonly [pattern: string, says: string]>

export type CredentialName = keyof typeof formats

/** A credential in a request: an empty text keeps the stored one, null removes it. */
function Credential(name: CredentialName, description: string, example: string) {
  const [pattern, says] = formats[name]
  return Nullable(
    Pattern(`^(${pattern})?$`, says, { maxLength: 255, description, examples: [example] }),
  )
}

const keeps = 'Empty keeps the stored one, null removes it'

export const PaymentGatewayChanges = Changes(
  'PaymentGatewayChanges',
  Shape({
    secret_key: Credential(
      'secret_key',
      `Stripe: secret or restricted key. ${keeps}; it is not shown again`,
      'sk_test_abcdefghijklmnop',
    ),
    publishable_key: Credential(
      'publishable_key',
      `Stripe: publishable key. ${keeps}`,
      'pk_test_abcdefghijklmnop',
    ),
    webhook_secret: Credential(
      'webhook_secret',
      `Stripe: signing secret of the webhook. ${keeps}. A replaced one is still accepted for 24 hours; null removes that too`,
      'whsec_abcdefghijklmnop',
    ),
    webhook_tolerance_seconds: Nullable(
      Type.Integer({
        minimum: 1,
        maximum: 3600,
        description: 'Stripe: how old a signed event may be, in seconds; null: 300',
        examples: [300],
      }),
    ),
    client_id: Credential('client_id', `PayPal: client ID. ${keeps}`, 'AbCdEfGhIjKlMnOp'),
    client_secret: Credential(
      'client_secret',
      `PayPal: client secret. ${keeps}; it is not shown again`,
      'EFgHiJkLmNoPqRsT',
    ),
    webhook_id: Credential(
      'webhook_id',
      `PayPal: ID of the webhook. ${keeps}`,
      '1JE4291016473214C',
    ),
    enabled: Nullable(
      Flag('Whether customers can pay with it; null: as soon as it has its credentials'),
    ),
    test_mode: Nullable(
      Flag(
        'Whether no real money moves. Keys of Stripe must be of the same mode; null: as the environment says',
      ),
    ),
  }),
)

export type GatewayChanges = Static<typeof PaymentGatewayChanges>

/** The values of the settings of one gateway; those without a value are missing. */
export type GatewaySettings = {
  [Name in keyof GatewayChanges]?: NonNullable<GatewayChanges[Name]>
}
export type GatewaySettingName = keyof GatewaySettings

/** What each gateway is called, and what can be set. */
export const gatewayTerms = {
  stripe: {
    name: 'Stripe',
    methods: ['card', 'bank', 'apple_pay', 'google_pay'],
    settings: [
      'secret_key',
      'publishable_key',
      'webhook_secret',
      'webhook_tolerance_seconds',
      'enabled',
      'test_mode',
    ],
    /** Without these, customers cannot pay. */
    required: ['secret_key', 'publishable_key'],
    /** Without it, events of the gateway are refused. */
    events: 'webhook_secret',
  },
  paypal: {
    name: 'PayPal',
    methods: ['paypal'],
    settings: ['client_id', 'client_secret', 'webhook_id', 'enabled', 'test_mode'],
    required: ['client_id', 'client_secret'],
    events: 'webhook_id',
  },
} as const satisfies Record<
  GatewayName,
  {
    name: string
    methods: string[]
    settings: GatewaySettingName[]
    required: CredentialName[]
    events: CredentialName
  }
>

/** Whether a setting is never returned. */
export const isSecretSetting = (name: string): boolean =>
  ['secret_key', 'client_secret', 'webhook_secret'].includes(name)

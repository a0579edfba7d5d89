import type { Gateway, GatewayChanges } from './queries'

/** The settings of a gateway as a form. Secrets are empty unless they are entered. */
export type GatewayValues = {
  enabled: boolean
  test_mode: boolean
  secret_key: string
  publishable_key: string
  webhook_secret: string
  webhook_tolerance_seconds: number | string
  client_id: string
  client_secret: string
  webhook_id: string
}

const DEFAULT_TOLERANCE_SECONDS = 300
const secrets = ['secret_key', 'client_secret', 'webhook_secret'] as const
const identifiers = ['publishable_key', 'client_id', 'webhook_id'] as const
const switches = ['enabled', 'test_mode'] as const

/** What a gateway that is not configured yet is switched to by its first credentials. */
export function gatewayValues(gateway: Gateway): GatewayValues {
  const { enabled, status, test_mode, webhook_tolerance_seconds } = gateway
  return {
    enabled: enabled || status === 'not_configured',
    test_mode,
    secret_key: '',
    publishable_key: storedIn(gateway, 'publishable_key') ?? '',
    webhook_secret: '',
    webhook_tolerance_seconds: webhook_tolerance_seconds ?? DEFAULT_TOLERANCE_SECONDS,
    client_id: storedIn(gateway, 'client_id') ?? '',
    client_secret: '',
    webhook_id: storedIn(gateway, 'webhook_id') ?? '',
  }
}

/** What differs from the gateway: an emptied identifier is removed, an empty secret is kept. */
export function gatewayChanges(gateway: Gateway, values: GatewayValues): GatewayChanges {
  const changes: GatewayChanges = {}
  for (const name of switches) {
    if (values[name] !== gateway[name]) changes[name] = values[name]
  }
  for (const name of identifiers) {
    const entered = values[name].trim() || null
    if (entered !== storedIn(gateway, name)) changes[name] = entered
  }
  for (const name of secrets) {
    const entered = values[name].trim()
    if (entered) changes[name] = entered
  }
  // Keys are entered for the mode that the form shows.
  if (Object.values(changes).some((value) => typeof value === 'string')) {
    changes.test_mode = values.test_mode
  }
  const seconds = Number(values.webhook_tolerance_seconds)
  const current = gateway.webhook_tolerance_seconds ?? DEFAULT_TOLERANCE_SECONDS
  if (gateway.gateway === 'stripe' && seconds !== current) {
    changes.webhook_tolerance_seconds = seconds
  }
  return changes
}

/** An identifier, unless it is that of a simulated gateway, which real credentials replace. */
function storedIn(gateway: Gateway, name: (typeof identifiers)[number]) {
  return gateway.simulated ? null : gateway[name]
}

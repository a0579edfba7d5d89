import type { Gateway } from './queries'

const titles: Record<string, string> = { stripe: 'Stripe', paypal: 'PayPal' }

export const gatewayTitle = (gateway: string | null): string =>
  titles[gateway ?? ''] ?? 'a payment gateway'

const settingLabels: Record<string, string> = {
  secret_key: 'secret key',
  publishable_key: 'publishable key',
  webhook_secret: 'signing secret',
  client_id: 'client ID',
  client_secret: 'client secret',
  webhook_id: 'webhook ID',
}

/** Names of settings as a text: "secret key and signing secret". */
export function settingList(names: string[]): string {
  const labels = names.map((name) => settingLabels[name] ?? name.replaceAll('_', ' '))
  return new Intl.ListFormat('en').format(labels)
}

/** A secret that is not shown: its last characters. */
export const maskedSecret = (lastFour: string | null): string =>
  lastFour ? `•••• ${lastFour}` : '–'

/** What is wrong with a gateway, or what to do next; null if nothing. */
export function gatewayProblem({
  name,
  status,
  missing,
  last_test_error,
}: Pick<Gateway, 'name' | 'status' | 'missing' | 'last_test_error'>): string | null {
  if (status === 'error') return `The last connection test of ${name} failed: ${last_test_error}`
  if (status === 'partial') {
    const verb = missing.length === 1 ? 'is' : 'are'
    return `The ${settingList(missing)} of ${name} ${verb} missing or of the other mode.`
  }
  return null
}

/** Whether real money moves. */
export function modeInWords({ test_mode, simulated }: Pick<Gateway, 'test_mode' | 'simulated'>) {
  if (simulated) return 'Simulated: no money moves'
  return test_mode ? 'Test: no real money moves' : 'Live'
}

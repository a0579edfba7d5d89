import { startPaypalDouble } from './paypal_double.ts'
import { startStripeDouble } from './stripe_double.ts'

/**
 * A double in a process of its own, for tests that kill all other processes. Its argument is JSON: the gateway and the options
 * of the double. It sends its URL; then each message names a method with its arguments, and is answered with what it returns.
 */
const { gateway, ...options } = JSON.parse(process.argv[2] ?? '{}')
const double =
  gateway === 'paypal' ? await startPaypalDouble(options) : await startStripeDouble(options)
const methods = new Map<string, unknown>(Object.entries(double))

process.on('message', async ({ method, args }: { method: string; args: unknown[] }) => {
  const named = methods.get(method)
  if (typeof named !== 'function') throw new Error(`the double has no method ${method}`)
  process.send?.((await named(...args)) ?? null)
})
process.on('disconnect', () => process.exit())
process.send?.({ url: double.url })

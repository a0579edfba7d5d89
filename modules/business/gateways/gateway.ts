import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
} from 'cockatiel'
import { type GatewayOperation, operations } from './operations.ts'
import { STILL_RUNNING, STOPPED, unreachable } from './outcome.ts'
import type { Call, Gateway, GatewayCredentials, GatewayOutcome } from './port.ts'

const BREAKER_FAILURES = 5
const BREAKER_RECOVERY_MS = 60_000

/** One for each gateway and mode, for all sellers. */
const breakers = new Map<string, CircuitBreakerPolicy>()

/**
 * The gateway of a seller. Its adapter is loaded by the first call, because a worker without calls does not need it. After
 * five calls without an answer, calls are `unreachable` at once for a minute.
 */
export function gatewayOf(credentials: GatewayCredentials): Gateway {
  const breaker = breakerOf(credentials)
  const guarded = Object.keys(operations).map((name) => {
    const operation = name as GatewayOperation
    return [
      operation,
      (request: never, call: Call) => guard(breaker, credentials, operation, request, call),
    ]
  })
  const list = <Name extends 'listCharges' | 'listRefunds' | 'listMissedEvents'>(name: Name) =>
    async function* (...[range, signal]: Parameters<Gateway[Name]>) {
      yield* (await adapterOf(credentials))[name](range, signal)
    }
  return {
    ...Object.fromEntries(guarded),
    listCharges: list('listCharges'),
    listRefunds: list('listRefunds'),
    listMissedEvents: list('listMissedEvents'),
  }
}

async function guard(
  breaker: CircuitBreakerPolicy,
  credentials: GatewayCredentials,
  operation: GatewayOperation,
  request: never,
  call: Call,
): Promise<GatewayOutcome<unknown>> {
  const adapter = await adapterOf(credentials)
  try {
    return await breaker.execute(() => adapter[operation](request, call))
  } catch (error) {
    if (error instanceof BrokenCircuitError) return unreachable('The gateway does not answer')
    throw error
  }
}

async function adapterOf(credentials: GatewayCredentials): Promise<Gateway> {
  if (credentials.gateway === 'stripe') {
    const { stripeGateway } = await import('./stripe.ts')
    return stripeGateway(credentials)
  }
  const { paypalGateway } = await import('./paypal.ts')
  return paypalGateway(credentials)
}

function breakerOf({ gateway, livemode, base_url }: GatewayCredentials): CircuitBreakerPolicy {
  const name = `${gateway} ${livemode} ${base_url}`
  const known = breakers.get(name)
  if (known) return known
  const breaker = circuitBreaker(handleWhenResult(isFault), {
    halfOpenAfter: BREAKER_RECOVERY_MS,
    breaker: new ConsecutiveBreaker(BREAKER_FAILURES),
  })
  breakers.set(name, breaker)
  return breaker
}

/** Whether the gateway is at fault. */
function isFault(result: unknown): boolean {
  const outcome = result as GatewayOutcome<unknown>
  return outcome.kind === 'unreachable' && ![STOPPED, STILL_RUNNING].includes(outcome.reason)
}

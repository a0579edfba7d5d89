import type { DeclineKind, GatewayOutcome } from './port.ts'

const MAX_REASON = 500
/** How long a gateway may take to answer one request. */
export const TIMEOUT_MS = 20_000

/** The caller stopped the call. */
export const STOPPED = 'The call was stopped'
/** The same call is still running at the gateway. */
export const STILL_RUNNING = 'The same call is still running'

const shortened = (reason: string) => reason.slice(0, MAX_REASON) || 'No reason was given'

export const succeeded = <Result>(result: Result): GatewayOutcome<Result> => ({
  kind: 'succeeded',
  result,
})

export const rejected = (code: string, reason: string): GatewayOutcome<never> => ({
  kind: 'rejected',
  code,
  reason: shortened(reason),
})

export const declined = (
  decline: DeclineKind,
  code: string,
  reason: string,
): GatewayOutcome<never> => ({
  kind: 'declined',
  decline,
  code,
  reason: shortened(reason),
})

export const unreachable = (reason: string): GatewayOutcome<never> => ({
  kind: 'unreachable',
  reason: shortened(reason),
})

/** The gateway has no such operation. */
export const unsupported = async () => rejected('not_supported', 'The gateway does not have this')

import type { Outcome } from './port.ts'

const MAX_REASON = 500
/** How long a gateway may take to answer one request. */
export const TIMEOUT_MS = 20_000

/** The caller stopped the call. */
export const STOPPED = 'The call was stopped'
/** The same call is still running at the gateway. */
export const STILL_RUNNING = 'The same call is still running'

export const succeeded = <Result>(result: Result): Outcome<Result> => ({
  kind: 'succeeded',
  result,
})

export const rejected = (code: string, reason: string): Outcome<never> => ({
  kind: 'rejected',
  code,
  reason: reason.slice(0, MAX_REASON),
})

export const unreachable = (reason: string): Outcome<never> => ({
  kind: 'unreachable',
  reason: reason.slice(0, MAX_REASON),
})

/** The gateway has no such operation. */
export const unsupported = async () => rejected('not_supported', 'The gateway does not have this')

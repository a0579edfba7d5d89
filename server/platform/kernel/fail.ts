import { type ErrorCode, errorCodes } from './errors.ts'

/** Field name → error messages for users; `base` for errors of the whole request. */
export type FieldErrors = Record<string, string[]>

/** A limit: `limit` requests in `window` seconds, of which `seconds` remain. */
export interface LimitRule {
  name: string
  limit: number
  window: number
  seconds: number
}

interface Extra {
  details?: Record<string, unknown>
  errors?: FieldErrors
  retryAfterSeconds?: number
  /** The rule for the `RateLimit` headers. */
  rule?: LimitRule
  /** A secret was wrong; throttles of guesses count it. Default: the setting of the error code. */
  wrongGuess?: boolean
}

/** An expected failure: thrown anywhere, converted to the error envelope in one place. */
export class Failure extends Error {
  readonly code: ErrorCode
  readonly extra: Extra

  constructor(code: ErrorCode, message?: string, extra: Extra = {}) {
    super(message ?? errorCodes[code].says)
    this.code = code
    this.extra = extra
  }

  get status(): number {
    return errorCodes[this.code].status
  }

  get wrongGuess(): boolean {
    return this.extra.wrongGuess ?? errorCodes[this.code].wrongGuess ?? false
  }
}

/** The standard headers of a rule, with the remaining requests. */
export function limitHeaders({ name, limit, window, seconds }: LimitRule, left = 0) {
  return {
    'ratelimit-policy': `"${name}";q=${limit};w=${window}`,
    ratelimit: `"${name}";r=${left};t=${seconds}`,
  }
}

/** Helpers for the failures that verbs throw. */
export const fail = {
  /** `fail.notFound('api_key')` → "Api key not found". */
  notFound: (noun: string) => new Failure('not_found', `${sentence(noun)} not found`),
  forbidden: (permission: string, details?: Record<string, unknown>) =>
    new Failure('forbidden', `Permission denied: ${permission}`, {
      details: { permission, ...details },
    }),
  /** A 422 on fields: `fail.invalid({ email: ['is already taken'] })`. */
  invalid: (errors: FieldErrors) => new Failure('validation_error', undefined, { errors }),
  /** Marks a failure as a wrong guess of a secret. */
  wrongGuess: ({ code, message, extra }: Failure) =>
    new Failure(code, message, { ...extra, wrongGuess: true }),
  /** A 429 with the exceeded rule; `details` contain the scope and tier. */
  rateLimited: (rule: LimitRule, details?: Record<string, unknown>, message?: string) =>
    new Failure('rate_limited', message, {
      retryAfterSeconds: rule.seconds,
      rule,
      details: { retry_after: rule.seconds, ...details },
    }),
  unavailable: (message: string, retryAfterSeconds = 5) =>
    new Failure('service_unavailable', message, { retryAfterSeconds }),
  /** Any other error code. */
  with: (code: ErrorCode, message?: string, details?: Record<string, unknown>) =>
    new Failure(code, message, details ? { details } : {}),
}

function sentence(noun: string) {
  const words = noun.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

import { type ErrorCode, errorCodes } from './errors.ts'

/** Field name → what is wrong with it, in words for the person who filled it in; `base` for the whole. */
export type FieldErrors = Record<string, string[]>

/** A limit: so much in a window of so many seconds, of which `seconds` are left. */
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
  /** What the `RateLimit` headers of this refusal tell. */
  rule?: LimitRule
  /** A secret was wrong, which throttles of guesses count. By default what the code says. */
  wrongGuess?: boolean
}

/** A failure with an answer: thrown anywhere, written as the envelope in one place. */
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

/** The standard headers of a rule, with how much is left. */
export function limitHeaders({ name, limit, window, seconds }: LimitRule, left = 0) {
  return {
    'ratelimit-policy': `"${name}";q=${limit};w=${window}`,
    ratelimit: `"${name}";r=${left};t=${seconds}`,
  }
}

/** Short ways to the failures that verbs throw. */
export const fail = {
  /** `fail.notFound('api_key')` → "Api key not found". */
  notFound: (noun: string) => new Failure('not_found', `${sentence(noun)} not found`),
  forbidden: (permission: string, details?: Record<string, unknown>) =>
    new Failure('forbidden', `Permission denied: ${permission}`, {
      details: { permission, ...details },
    }),
  /** A 422 on fields: `fail.invalid({ email: ['is already taken'] })`. */
  invalid: (errors: FieldErrors) => new Failure('validation_error', undefined, { errors }),
  /** A refusal that tells whoever guesses a secret that it is not right. */
  wrongGuess: ({ code, message, extra }: Failure) =>
    new Failure(code, message, { ...extra, wrongGuess: true }),
  /** Names the rule that refused; `details` say whose requests were too many, and under which tier. */
  rateLimited: (rule: LimitRule, details?: Record<string, unknown>, message?: string) =>
    new Failure('rate_limited', message, {
      retryAfterSeconds: rule.seconds,
      rule,
      details: { retry_after: rule.seconds, ...details },
    }),
  unavailable: (message: string, retryAfterSeconds = 5) =>
    new Failure('service_unavailable', message, { retryAfterSeconds }),
  /** Any other code of the table. */
  with: (code: ErrorCode, message?: string, details?: Record<string, unknown>) =>
    new Failure(code, message, details ? { details } : {}),
}

function sentence(noun: string) {
  const words = noun.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

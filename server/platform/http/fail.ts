/** The closed table of error codes, each with its HTTP status and what it says when nothing better is known. */
export const errorCodes = {
  bad_request: [400, 'Bad request'],
  malformed_json: [400, 'Malformed JSON'],
  unauthorized: [401, 'Access token required'],
  token_expired: [401, 'Token has expired'],
  token_revoked: [401, 'Token has been revoked'],
  user_inactive: [401, 'This user is not active'],
  account_inactive: [401, 'This account is not active'],
  account_locked: [401, 'Too many failed attempts. Try again later or reset your password'],
  invalid_credentials: [401, 'Invalid email or password'],
  invalid_refresh_token: [401, 'Invalid refresh token'],
  invalid_reset_token: [401, 'This link is invalid or has expired'],
  invalid_api_key: [401, 'This API key is not known'],
  api_key_revoked: [401, 'This API key is revoked'],
  api_key_expired: [401, 'This API key has expired'],
  forbidden: [403, 'Permission denied'],
  ip_not_allowed: [403, 'This API key may not be used from this address'],
  scope_insufficient: [403, 'This API key may not do that'],
  registration_disabled: [403, 'Registration is closed on this server'],
  role_not_assignable: [403, 'You cannot assign a role that holds more than you may do yourself'],
  invalid_2fa: [401, 'That code is not right, or this sign-in has expired'],
  invalid_passkey: [401, 'That passkey could not be used'],
  impersonation_restricted: [403, 'Not possible while acting as somebody else'],
  two_factor_required: [403, 'Turn on two-factor sign-in first: administration needs it'],
  proof_required: [403, 'Confirm who you are first, with your password or a code'],
  system_role: [403, 'Built-in roles cannot be changed'],
  permission_not_grantable: [403, 'You cannot grant a permission that you do not hold'],
  insufficient_rank: [403, 'You cannot act on a user who may do more than you'],
  plan_limit_reached: [403, 'The plan of this account allows no more'],
  not_found: [404, 'Endpoint not found'],
  method_not_allowed: [405, 'Method not allowed'],
  request_timeout: [408, 'The request took too long to arrive'],
  conflict: [409, 'Conflict'],
  two_factor_already_enabled: [409, 'Two-factor sign-in is on already'],
  two_factor_not_enabled: [409, 'Two-factor sign-in is not on'],
  role_in_use: [409, 'People still hold this role'],
  invitation_void: [409, 'This invitation can no longer be accepted'],
  impersonation_active: [409, 'Stop acting as somebody else first'],
  invalid_transition: [409, 'Not possible in the current state'],
  payment_required: [409, 'This has to be paid for first'],
  idempotency_in_progress: [409, 'A request with this Idempotency-Key is still running'],
  idempotency_completed: [
    409,
    'The first request with this Idempotency-Key was carried out; its reply is not kept',
  ],
  payload_too_large: [413, 'Request body is too large'],
  uri_too_long: [414, 'Address is too long'],
  unsupported_media_type: [415, 'Send a JSON body as application/json'],
  expectation_failed: [417, 'This server meets no expectation but 100-continue'],
  validation_error: [422, 'Validation failed'],
  last_owner: [422, 'An account needs at least one active owner'],
  token_invalid: [422, 'This link is invalid or has expired'],
  plan_in_use: [422, 'Accounts have or had this plan: archive it instead'],
  payment_method_in_use: [422, 'This is what the subscription is paid with: add another first'],
  idempotency_key_reused: [422, 'This Idempotency-Key was used with another request'],
  headers_too_large: [431, 'Request headers are too large'],
  rate_limited: [429, 'Too many requests'],
  quota_exceeded: [429, 'This API key has used up its requests of this month'],
  internal_error: [500, 'Internal server error'],
  service_unavailable: [503, 'Temporarily unavailable'],
  storage_unavailable: [503, 'Nothing can be stored at the moment'],
  maintenance: [503, 'This server is being maintained. Please come back later'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorCode = keyof typeof errorCodes

/** Codes that tell whoever guesses a secret that it is not right. Failures of other codes say so by `fail.wrongGuess`. */
const wrongGuesses: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid_credentials',
  'account_locked',
  'invalid_2fa',
  'invalid_passkey',
  'invalid_reset_token',
  'token_invalid',
])

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
    super(message ?? errorCodes[code][1])
    this.code = code
    this.extra = extra
  }

  get status(): number {
    return errorCodes[this.code][0]
  }

  get wrongGuess(): boolean {
    return this.extra.wrongGuess ?? wrongGuesses.has(this.code)
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
  quotaExceeded: (rule: LimitRule) =>
    new Failure('quota_exceeded', undefined, {
      retryAfterSeconds: rule.seconds,
      rule,
      details: { retry_after: rule.seconds },
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

import { randomUUIDv7 } from 'node:crypto'
import { canonical, macOf } from '../audit/chain.ts'
import { classify } from '../audit/classification.ts'
import type { Actor } from '../kernel/actor.ts'
import type { AuditEntry, AuditSource } from '../kernel/audit_entry.ts'
import { type Ctx, callingUser } from './context.ts'

const SECRET = /password|token|secret|digest|otp|authorization|cookie|(^|_)key$/i

/** An audit row. It is added to the account's chain after the commit, so that writers never wait for each other. */
export function auditRow(
  ctx: Ctx,
  action: string,
  id: string | null,
  { old = {}, new: changed = {}, metadata = {}, userId, overrides = {} }: AuditEntry,
) {
  const [noun = '', verb = ''] = action.split('.')
  const { actor } = ctx
  const row = {
    id: randomUUIDv7(),
    account_id: ctx.account.id || null,
    user_id: callingUser(ctx)?.userId ?? userId ?? null,
    impersonator_id: actor.kind === 'user' ? (actor.impersonation?.impersonatorId ?? null) : null,
    action,
    resource_type: noun,
    resource_id: id,
    source: sourceOf(ctx),
    ...classify(action),
    message: sentence(noun, verb),
    ip_address: ctx.request?.ip ?? null,
    user_agent: ctx.request?.userAgent ?? null,
    request_id: ctx.request?.id ?? null,
    old_values: stored(old),
    new_values: stored(changed),
    metadata: stored({ ...metadata, ...credentialOf(actor) }),
    created_at: ctx.realNow(),
    ...overrides,
  }
  return { ...row, row_mac: macOf(ctx.platform.vault, canonical(row)) }
}

function credentialOf(actor: Actor) {
  if (actor.kind === 'api_key') return { api_key_id: actor.apiKeyId }
  return actor.kind === 'worker' ? { worker_id: actor.workerId } : {}
}

function sourceOf(ctx: Ctx): AuditSource {
  if (ctx.actor.kind === 'worker') return 'worker'
  if (ctx.actor.kind === 'api_key') return 'api'
  return ctx.request ? 'web' : 'system'
}

/** `user`, `login_failed` → "User login failed". */
function sentence(noun: string, verb: string) {
  const words = `${noun} ${verb}`.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The values as stored: secrets redacted, dates and similar values as JSON. */
function stored(values: Record<string, unknown>): Record<string, string | number | boolean | null> {
  return JSON.parse(JSON.stringify(redact(values)))
}

function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact)
  if (!value || typeof value !== 'object' || value.constructor !== Object) return value
  const fields = Object.entries(value)
  return Object.fromEntries(
    fields.map(([key, inner]) => {
      // A number such as password_min_length is not a secret.
      const secret = SECRET.test(key) && !/number|boolean/.test(typeof inner)
      return [key, secret ? '[redacted]' : redact(inner)]
    }),
  )
}

import { randomUUIDv7 } from 'node:crypto'
import type { Ctx } from './context.ts'
import type { Database } from './database.ts'

export interface AuditEntry {
  old?: Record<string, unknown>
  new?: Record<string, unknown>
  metadata?: Record<string, unknown>
  /** Whom it happened to, where the actor is not yet that person (a sign-in that failed). */
  userId?: string
}

type Level = 'low' | 'medium' | 'high' | 'critical'

// Actions that deserve an operator's eye; everything else is low.
const RISK: Record<string, Level> = {
  'user.login_failed': 'high',
  'user.locked': 'critical',
  'user.password_reset': 'medium',
  'user.password_changed': 'medium',
  'user.deleted': 'medium',
  'session.refresh_token_reused': 'critical',
  'user.suspended': 'medium',
  'two_factor.enabled': 'medium',
  'two_factor.disabled': 'high',
  'backup_codes.generated': 'medium',
  'backup_codes.shown': 'medium',
  'passkey.created': 'medium',
  'passkey.deleted': 'medium',
  'impersonation.started': 'high',
  'impersonation.ended': 'medium',
  'delegation.created': 'medium',
  'account.suspended': 'high',
  'account.activated': 'medium',
  'admin_settings.updated': 'high',
  'signing_key.rotated': 'critical',
}

const SECRET = /password|token|secret|digest|otp|(^|_)key$/i

/** Writes one row of the trail. It throws like any other statement: a change whose audit fails does not commit. */
export async function writeAudit(
  trx: Database,
  ctx: Ctx,
  action: string,
  id: string | null,
  entry: AuditEntry,
): Promise<void> {
  const [noun = '', verb = ''] = action.split('.')
  const risk = RISK[action] ?? 'low'
  await trx
    .insertInto('audit_logs')
    .values({
      id: randomUUIDv7(),
      account_id: ctx.account.id || null,
      user_id: ctx.actor.kind === 'user' ? ctx.actor.userId : (entry.userId ?? null),
      impersonator_id:
        ctx.actor.kind === 'user' ? (ctx.actor.impersonation?.impersonatorId ?? null) : null,
      action,
      resource_type: noun,
      resource_id: id,
      source: sourceOf(ctx),
      status: /failed|reused/.test(verb)
        ? 'error'
        : /locked|suspended/.test(verb)
          ? 'warning'
          : 'success',
      severity: risk,
      risk_level: risk,
      message: sentence(noun, verb),
      ip_address: ctx.request?.ip ?? null,
      user_agent: ctx.request?.userAgent ?? null,
      request_id: ctx.request?.id ?? null,
      old_values: redact(entry.old ?? {}),
      new_values: redact(entry.new ?? {}),
      metadata: redact(entry.metadata ?? {}),
      created_at: ctx.now(),
    })
    .execute()
}

function sourceOf(ctx: Ctx) {
  if (ctx.actor.kind === 'worker') return 'worker'
  return ctx.request ? 'api' : 'system'
}

/** `user`, `login_failed` → "User login failed". */
function sentence(noun: string, verb: string) {
  const words = `${noun} ${verb}`.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function redact(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      // A figure such as password_min_length is no secret.
      if (SECRET.test(key) && !/number|boolean/.test(typeof value)) return [key, '[redacted]']
      const nested = value && typeof value === 'object' && value.constructor === Object
      return [key, nested ? redact(value as Record<string, unknown>) : value]
    }),
  )
}

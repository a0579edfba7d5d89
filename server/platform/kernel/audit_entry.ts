import type { Level } from '@powernode/contract/declare.ts'

/** What an entry of the audit trail says beside who did what to which row. */
export interface AuditEntry {
  old?: Record<string, unknown>
  new?: Record<string, unknown>
  metadata?: Record<string, unknown>
  /** Whom it happened to, where the actor is not yet that person (a sign-in that failed). */
  userId?: string
  /** What an entry written for somebody else says instead of what its own request would. */
  told?: Told
}

/** What an entry tells of an update: each field that was sent, with its value before and now. */
export function diffOf(before: object, changes: object) {
  const values = before as Record<string, unknown>
  const old = Object.fromEntries(Object.keys(changes).map((field) => [field, values[field]]))
  return { old, new: { ...changes } }
}

interface Told {
  resource_type?: string
  source?: AuditSource
  severity?: Level
  risk_level?: Level
  ip_address?: string | null
  user_agent?: string | null
}

export const auditSources = [
  'web',
  'api',
  'system',
  'worker',
  'webhook',
  'admin_panel',
  'mobile_app',
  'integration',
  'automation',
  'scheduler',
  'security_system',
  'compliance_system',
] as const
export type AuditSource = (typeof auditSources)[number]

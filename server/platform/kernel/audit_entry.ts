import type { Level } from '@powernode/contract/declare.ts'

/** Optional content of an audit entry, besides actor, action and id. */
export interface AuditEntry {
  old?: Record<string, unknown>
  new?: Record<string, unknown>
  metadata?: Record<string, unknown>
  /** The affected user, if the actor is not that user yet (a failed sign-in). */
  userId?: string
  /** Values that replace those of the request, for an entry on behalf of another source. */
  overrides?: AuditOverrides
}

/** The old and new values of an update, for each field that was sent. */
export function diffOf(before: object, changes: object) {
  const values = before as Record<string, unknown>
  const old = Object.fromEntries(Object.keys(changes).map((field) => [field, values[field]]))
  return { old, new: { ...changes } }
}

interface AuditOverrides {
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

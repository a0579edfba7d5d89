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

export type Level = 'low' | 'medium' | 'high' | 'critical'

/** Groups that the summaries count. */
export type Group =
  | 'suspicious'
  | 'security'
  | 'admin'
  | 'gdpr'
  | 'data_access'
  | 'consent'
  | 'retention'
  | 'data_export'
  | 'data_deletion'

interface Kind {
  /** How likely it is part of an attack. */
  risk: Level
  /** How much it matters; as much as its risk unless said. */
  severity?: Level
  /** How the risk analysis weighs it. */
  threat?: 'high' | 'medium' | 'low'
  of?: Group[]
}

/** What deserves an eye. Whatever is not here is judged by its verb alone (`byVerb`). */
const kinds: Record<string, Kind> = {
  // Signing in. One wrong password is no attack yet; a lock or a stolen token is taken for one.
  'user.login_failed': { risk: 'high', threat: 'medium', of: ['suspicious', 'security'] },
  'user.proof_failed': { risk: 'high', threat: 'medium', of: ['suspicious', 'security'] },
  'user.locked': { risk: 'critical', threat: 'high', of: ['suspicious', 'security', 'admin'] },
  'user.unlocked': { risk: 'medium', of: ['security', 'admin'] },
  'session.refresh_token_reused': {
    risk: 'critical',
    threat: 'high',
    of: ['suspicious', 'security'],
  },
  'session.others_ended': { risk: 'low', threat: 'medium', of: ['security'] },
  // Credentials.
  'user.password_reset_requested': { risk: 'low', threat: 'low', of: ['security'] },
  'user.password_reset': { risk: 'medium', threat: 'low', of: ['security'] },
  'user.password_changed': { risk: 'medium', threat: 'medium', of: ['security'] },
  'user.email_verified': { risk: 'low', of: ['security'] },
  'two_factor.enabled': { risk: 'medium', of: ['security'] },
  'two_factor.disabled': { risk: 'high', threat: 'medium', of: ['security'] },
  'backup_codes.generated': { risk: 'medium', of: ['security'] },
  'backup_codes.shown': { risk: 'medium', of: ['security'] },
  'passkey.created': { risk: 'medium', of: ['security'] },
  'passkey.deleted': { risk: 'medium', of: ['security'] },
  'api_key.created': { risk: 'medium', threat: 'low', of: ['security'] },
  'api_key.regenerated': { risk: 'medium', of: ['security'] },
  'api_key.access_denied': { risk: 'high', threat: 'high', of: ['suspicious', 'security'] },
  'webhook.created': { risk: 'low', threat: 'low' },
  'webhook.secret_rotated': { risk: 'medium', of: ['security'] },
  'webhook.disabled': { risk: 'medium' },
  // The machinery.
  'account.suspended': { risk: 'high', of: ['admin', 'security'] },
  'account.deleted': { risk: 'high', of: ['admin', 'data_deletion'] },
  'account.activated': { risk: 'medium', of: ['admin'] },
  'admin_settings.updated': { risk: 'high', of: ['admin', 'security'] },
  'rate_limiting.disabled': { risk: 'high', of: ['admin', 'security'] },
  'rate_limiting.enabled': { risk: 'low', of: ['admin', 'security'] },
  'rate_limiting.cleared': { risk: 'medium', of: ['admin', 'security'] },
  'account.tier_changed': { risk: 'medium', of: ['admin'] },
  'signing_key.rotated': { risk: 'critical', of: ['admin', 'security'] },
  'worker.created': { risk: 'medium', of: ['admin', 'security'] },
  'worker.token_rotated': { risk: 'medium', of: ['admin', 'security'] },
  'worker.suspended': { risk: 'medium', of: ['admin'] },
  'worker.deleted': { risk: 'medium', of: ['admin'] },
  'service.created': { risk: 'low', of: ['admin'] },
  'service.updated': { risk: 'low', of: ['admin'] },
  'service.deleted': { risk: 'medium', of: ['admin'] },
  'alert.triggered': { risk: 'low', severity: 'medium' },
  'alert_rule.updated': { risk: 'medium', of: ['admin'] },
  'alert_rule.deleted': { risk: 'medium', of: ['admin'] },
  'mail.sent_again': { risk: 'low', of: ['admin'] },
  'job.cancelled': { risk: 'low', of: ['admin'] },
  // Power over others.
  'user.suspended': { risk: 'medium', of: ['admin', 'security'] },
  'user.activated': { risk: 'medium', of: ['admin'] },
  'user.roles_changed': { risk: 'medium', threat: 'low', of: ['admin', 'security'] },
  'role.updated': { risk: 'medium', threat: 'low', of: ['admin'] },
  'delegation.created': { risk: 'medium', of: ['admin', 'security'] },
  'impersonation.started': { risk: 'high', threat: 'medium', of: ['admin', 'security'] },
  'impersonation.ended': { risk: 'medium', of: ['admin'] },
  'account.updated': { risk: 'low', threat: 'low', of: ['admin'] },
  // Data of people, and the trail itself.
  'user.address_released': { risk: 'medium', of: ['security'] },
  'user.deleted': { risk: 'medium', of: ['gdpr', 'data_deletion'] },
  'audit_log.exported': { risk: 'medium', of: ['data_access', 'data_export'] },
  'audit_log.cleaned_up': { risk: 'medium', of: ['admin', 'retention'] },
  'data.exported': { risk: 'medium', of: ['gdpr', 'data_access', 'data_export'] },
  'data.deleted': { risk: 'medium', of: ['gdpr', 'retention', 'data_deletion'] },
  'data.anonymized': { risk: 'medium', of: ['gdpr', 'retention'] },
  'gdpr.requested': { risk: 'medium', of: ['gdpr'] },
  'ccpa.requested': { risk: 'medium', of: ['gdpr'] },
  'consent.given': { risk: 'low', of: ['gdpr', 'consent'] },
  'consent.withdrawn': { risk: 'low', of: ['gdpr', 'consent'] },
  'privacy_settings.updated': { risk: 'medium', of: ['gdpr', 'consent'] },
  // Alarms that workers and extensions raise.
  'fraud.detected': { risk: 'critical', threat: 'high', of: ['suspicious', 'security'] },
  'suspicious_activity.detected': {
    risk: 'critical',
    threat: 'high',
    of: ['suspicious', 'security'],
  },
}

const byVerb: [verb: RegExp, Kind][] = [
  [/failed|refused|denied|error/, { risk: 'high' }],
  [/retried|timed_out|warned/, { risk: 'low', severity: 'medium' }],
]

const ORDINARY: Kind = { risk: 'low' }

/** Status, severity and risk of an action `<noun>.<past verb>`. */
export function classify(action: string) {
  const verb = action.split('.').at(-1) ?? ''
  const known = Object.hasOwn(kinds, action) ? kinds[action] : undefined
  const kind = known ?? byVerb.find(([pattern]) => pattern.test(verb))?.[1] ?? ORDINARY
  return { status: statusOf(verb), severity: kind.severity ?? kind.risk, risk_level: kind.risk }
}

/** The actions of a group. */
export function actionsOf(group: Group): string[] {
  return Object.keys(kinds).filter((action) => kinds[action]?.of?.includes(group))
}

/** The actions that the risk analysis weighs like this. */
export function threats(weight: 'high' | 'medium' | 'low'): string[] {
  return Object.keys(kinds).filter((action) => kinds[action]?.threat === weight)
}

function statusOf(verb: string) {
  if (/failed|refused|denied|reused|error/.test(verb)) return 'error' as const
  return /(^|_)(locked|suspended|warned|timed_out|retried)/.test(verb)
    ? ('warning' as const)
    : ('success' as const)
}

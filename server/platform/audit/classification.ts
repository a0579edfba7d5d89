import type { AuditGroup, AuditKind } from '@powernode/contract/declare.ts'

/** Classification of actions, as declared by the domains. Other actions are classified by their verb (`byVerb`). */
const kinds: Record<string, AuditKind> = {}

/** Registers the audit classification of a domain. */
export function addAuditKinds(more: Record<string, AuditKind>): void {
  Object.assign(kinds, more)
}

const byVerb: [verb: RegExp, AuditKind][] = [
  [/failed|refused|denied|error/, { risk: 'high' }],
  [/retried|timed_out|warned/, { risk: 'low', severity: 'medium' }],
]

const ORDINARY: AuditKind = { risk: 'low' }

/** Status, severity and risk of an action `<noun>.<past verb>`. */
export function classify(action: string) {
  const verb = action.split('.').at(-1) ?? ''
  const known = Object.hasOwn(kinds, action) ? kinds[action] : undefined
  const kind = known ?? byVerb.find(([pattern]) => pattern.test(verb))?.[1] ?? ORDINARY
  return { status: statusOf(verb), severity: kind.severity ?? kind.risk, risk_level: kind.risk }
}

/** The actions of a group. */
export function actionsOf(group: AuditGroup): string[] {
  return Object.keys(kinds).filter((action) => kinds[action]?.of?.includes(group))
}

/** The actions with this weight in the risk analysis. */
export function actionsByThreat(weight: 'high' | 'medium' | 'low'): string[] {
  return Object.keys(kinds).filter((action) => kinds[action]?.threat === weight)
}

function statusOf(verb: string) {
  if (/failed|refused|denied|reused|error/.test(verb)) return 'error' as const
  return /(^|_)(locked|suspended|warned|timed_out|retried)/.test(verb)
    ? ('warning' as const)
    : ('success' as const)
}

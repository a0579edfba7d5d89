import type { AuditGroup, AuditKind } from '@powernode/contract/declare.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'

/** The actions that the domains declare. Workers can write others. */
const kinds: Record<string, AuditKind> = {}

export const auditActions = () => Object.keys(kinds)

/** Registers the audited actions of a domain. */
export function addAuditKinds(more: Record<string, AuditKind>): void {
  requireUnusedNames('audit action', more, kinds)
  Object.assign(kinds, more)
}

type Rating = Pick<AuditKind, 'severity'> & Required<Pick<AuditKind, 'risk'>>

const byVerb: [verb: RegExp, Rating][] = [
  [/failed|refused|denied|error/, { risk: 'high' }],
  [/retried|timed_out|warned/, { risk: 'low', severity: 'medium' }],
]

const ORDINARY: Rating = { risk: 'low' }

/** Status, severity and risk of an action `<noun>.<past verb>`. */
export function classify(action: string) {
  const verb = action.split('.').at(-1) ?? ''
  const known = Object.hasOwn(kinds, action) ? kinds[action] : undefined
  const { risk, severity } = known?.risk
    ? { ...known, risk: known.risk }
    : (byVerb.find(([pattern]) => pattern.test(verb))?.[1] ?? ORDINARY)
  return { status: statusOf(verb), severity: severity ?? risk, risk_level: risk }
}

/** Whether an action is done by someone who is not known. */
export const isAnonymous = (action: string): boolean =>
  Object.hasOwn(kinds, action) && kinds[action]?.anonymous === true

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

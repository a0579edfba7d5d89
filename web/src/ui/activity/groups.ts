import type { AuditLog } from '../../api'

/** Entries further apart are not in one group. */
const GAP_MS = 60 * 60_000

/** Groups consecutive entries of one actor, action and record, newest first. */
export function groupsOf(entries: AuditLog[]): [AuditLog, ...AuditLog[]][] {
  const groups: [AuditLog, ...AuditLog[]][] = []
  for (const entry of entries) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && areAlike(last, entry)) group.push(entry)
    else groups.push([entry])
  }
  return groups
}

function areAlike(a: AuditLog, b: AuditLog) {
  const sameWords = (['action', 'resource_type', 'resource_id', 'status'] as const).every(
    (field) => a[field] === b[field],
  )
  const gap = Math.abs(Date.parse(a.created_at) - Date.parse(b.created_at))
  return (
    sameWords &&
    a.actor.type === b.actor.type &&
    a.actor.id === b.actor.id &&
    a.impersonator?.id === b.impersonator?.id &&
    gap <= GAP_MS
  )
}

import type { AuditLog } from '../api'

/** The actor of an entry: "Ada as Grace" if Ada impersonated Grace. */
export function actorName({ user, impersonator }: AuditLog): string {
  if (!user) return 'System'
  return impersonator ? `${impersonator.name} as ${user.name}` : user.name
}

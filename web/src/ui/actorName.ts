import type { AuditLog } from '../api'

/** Whose act an entry records: "Ada as Grace" where somebody acted as another. */
export function actorName({ user, impersonator }: AuditLog): string {
  if (!user) return 'System'
  return impersonator ? `${impersonator.name} as ${user.name}` : user.name
}

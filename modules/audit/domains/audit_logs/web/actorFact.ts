import type { AuditLog } from '~/api'
import { actorOf, textOf } from '~/ui/activity/sentence'

/** The actor of an entry with the user's email address: the owner of an API key, too. */
export function actorFact(entry: AuditLog): string {
  const name = textOf(actorOf(entry))
  return entry.user ? `${name} (${entry.user.email})` : name
}

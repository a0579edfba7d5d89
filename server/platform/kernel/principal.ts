import type { Actor } from './actor.ts'
import type { Network } from './addresses.ts'
import type { Tier } from './tiers.ts'

/** What a key is held to on every request, checked from memory. */
export interface KeyTerms {
  /** Empty: from anywhere. */
  networks: Network[]
  /** Requests a minute; null for the general limit. */
  perMinute: number | null
  /** Requests a month; null for no quota. */
  quota: number | null
  /** When a refused address was last written down, in milliseconds since the epoch. */
  deniedAt: number
}

/** A bearer that has been checked: who acts, in which account, until when. */
export interface Principal {
  actor: Extract<Actor, { kind: 'user' | 'worker' | 'api_key' }>
  accountId: string | undefined
  /** The tier of rate limits that the account was given, if it was given one. */
  tier?: Tier | null
  /**
   * Milliseconds since the epoch. From then on it has to be checked anew: the first of its token, session, delegation,
   * impersonation, key or period of grace is over.
   */
  expiresAt: number
  /** Only of an API key. */
  terms?: KeyTerms
}

/** Whose cached rights are to be dropped. */
export type Forget =
  | { user: string }
  | { session: string }
  | { account: string }
  | { worker: string }
  | { api_key: string }
  | { everyone: true }
  /** Not of their rights, but of how much they asked: `user:…`, `account:…`, `ip:…`. */
  | { limits: string }

/** Whether dropping `whom` drops this principal. */
export function concerns(whom: Forget, { actor, accountId }: Principal): boolean {
  if ('everyone' in whom) return true
  if ('limits' in whom) return false
  if ('account' in whom) {
    if (accountId === whom.account) return true
    if (actor.kind === 'worker') return false
    const behind = actor.kind === 'user' ? actor.impersonation?.homeAccountId : undefined
    return [actor.homeAccountId, behind].includes(whom.account)
  }
  if ('worker' in whom) return actor.kind === 'worker' && actor.workerId === whom.worker
  if ('api_key' in whom) return actor.kind === 'api_key' && actor.apiKeyId === whom.api_key
  if (actor.kind === 'api_key') return 'user' in whom && actor.userId === whom.user
  if (actor.kind !== 'user') return false
  if ('session' in whom) {
    return [actor.sessionId, actor.impersonation?.sessionId].includes(whom.session)
  }
  return [actor.userId, actor.impersonation?.impersonatorId].includes(whom.user)
}

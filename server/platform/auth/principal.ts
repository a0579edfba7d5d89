import type { QueueName } from '@powernode/contract/jobs.ts'
import { sql } from 'kysely'
import { digestOf } from '../crypto/vault.ts'
import type { Database } from '../db/database.ts'
import { fail } from '../http/fail.ts'
import type { Tier } from '../http/rate_rules.ts'
import type { Actor } from './actor.ts'
import { type KeyTerms, loadApiKey } from './api_key.ts'
import { KEY_PREFIX } from './key_material.ts'
import type { KeyUsage } from './key_usage.ts'
import { defaultRoles, type Permission } from './permissions.ts'
import type { Tokens } from './tokens.ts'

const CACHE_SECONDS = 60
const CACHE_ENTRIES = 20_000

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

/** A bearer that has been checked: who acts, in which account, until when. */
export interface Principal {
  actor: Extract<Actor, { kind: 'user' | 'worker' | 'api_key' }>
  accountId: string | undefined
  /** The tier of rate limits that the account was given, if it was given one. */
  tier?: Tier | null
  /** Milliseconds since the epoch; the token is worthless from then on. */
  expiresAt: number
  /** Only of an API key. */
  terms?: KeyTerms
}

export interface Principals {
  /** Throws 401 with the reason. Usually answered from memory; at most one query. */
  authenticate(bearer: string): Promise<Principal>
  forget(whom: Forget): void
}

interface Entry {
  principal: Principal
  staleAt: number
}

/**
 * `fresh()` says whether invalidations arrive; while they do not, nothing is served from memory. A revocation
 * committed elsewhere thus takes effect as fast as NOTIFY, and within a minute at the very worst.
 */
export function createPrincipals(
  db: Database,
  tokens: Tokens,
  usage: KeyUsage,
  fresh: () => boolean,
): Principals {
  const cache = new Map<string, Entry>()
  let generation = 0

  return {
    async authenticate(bearer) {
      const now = Date.now()
      const cached = cache.get(bearer)
      if (cached && cached.staleAt > now && fresh()) return cached.principal

      const before = generation
      const principal = await load(bearer)
      // A revocation that came in while we were reading may have missed this entry: do not keep it.
      if (before === generation) {
        if (cache.size >= CACHE_ENTRIES) cache.delete(cache.keys().next().value ?? '')
        const staleAt = Math.min(principal.expiresAt, now + CACHE_SECONDS * 1000)
        cache.set(bearer, { principal, staleAt })
      }
      return principal
    },
    forget(whom) {
      generation++
      for (const [bearer, { principal }] of cache) {
        if (concerns(whom, principal)) cache.delete(bearer)
      }
    },
  }

  function load(bearer: string): Promise<Principal> {
    if (bearer.startsWith(KEY_PREFIX)) return loadApiKey(db, usage, bearer)
    return bearer.startsWith('swt_') ? loadWorker(db, bearer) : loadUser(db, tokens, bearer)
  }
}

/** Whether dropping `whom` drops this principal. */
export function concerns(whom: Forget, { actor, accountId }: Principal): boolean {
  if ('everyone' in whom) return true
  if ('limits' in whom) return false
  if ('account' in whom) {
    const home = actor.kind === 'user' && actor.homeAccountId
    return accountId === whom.account || home === whom.account
  }
  if ('worker' in whom) return actor.kind === 'worker' && actor.workerId === whom.worker
  if ('api_key' in whom) return actor.kind === 'api_key' && actor.apiKeyId === whom.api_key
  if (actor.kind === 'api_key') return 'user' in whom && actor.userId === whom.user
  if (actor.kind !== 'user') return false
  if ('session' in whom) return actor.sessionId === whom.session
  return [actor.userId, actor.impersonation?.impersonatorId].includes(whom.user)
}

interface Row {
  revoked: boolean
  user_status: string
  account_status: string
  tier: Tier | null
  home_status: string
  two_factor: boolean
  home_account_id: string
  permissions: Permission[]
  delegation_id: string | null
  impersonation_id: string | null
  impersonator_id: string | null
}

/**
 * Everything a bearer's rights depend on, in one query: session, person, account, and where they play a part the
 * delegation it was switched by, or the impersonation and whoever is behind it.
 */
async function loadUser(db: Database, tokens: Tokens, bearer: string): Promise<Principal> {
  const claims = await tokens.verify(['access', 'impersonation'], bearer)
  const now = new Date()
  const { rows } = await sql<Row>`
    select u.status as user_status, a.status as account_status, a.rate_limit_tier as tier, u.account_id as home_account_id,
      home.status as home_status, u.two_factor_enabled as two_factor,
      s.delegation_id, i.id as impersonation_id, i.impersonator_id,
      s.revoked_at is not null or s.expires_at < ${now}
        or (s.delegation_id is not null and (d.status <> 'active' or coalesce(d.expires_at < ${now}, false)))
        or (i.id is not null and (i.ended_at is not null or i.expires_at < ${now} or behind.status <> 'active'))
        as revoked,
      array(
        select distinct p.name from user_roles ur
        join role_permissions rp on rp.role_id = ur.role_id
        join permissions p on p.id = rp.permission_id
        where ur.user_id = u.id and ur.account_id = s.account_id and s.delegation_id is null
        union
        select unnest(d.permissions)
        union
        select p.name from role_permissions rp join permissions p on p.id = rp.permission_id
        where rp.role_id = d.role_id and d.permissions = '{}'
      ) as permissions
    from sessions s
    join users u on u.id = s.user_id
    join accounts a on a.id = s.account_id
    join accounts home on home.id = u.account_id
    left join delegations d on d.id = s.delegation_id
    left join impersonations i on i.session_id = s.id
    left join users behind on behind.id = i.impersonator_id
    where s.id = ${claims.sid} and s.user_id = ${claims.sub} and s.account_id = ${claims.account_id}`.execute(
    db,
  )
  const row = rows[0]
  if (!row || row.revoked) throw fail.with('token_revoked')
  if (row.user_status !== 'active') throw fail.with('user_inactive')
  if (row.account_status !== 'active' || row.home_status !== 'active')
    throw fail.with('account_inactive')
  const { delegation_id, impersonation_id, impersonator_id } = row
  return {
    actor: {
      kind: 'user',
      userId: claims.sub,
      sessionId: claims.sid,
      permissions: new Set(row.permissions),
      twoFactor: row.two_factor,
      homeAccountId: row.home_account_id,
      ...(delegation_id && { delegationId: delegation_id }),
      ...(impersonation_id &&
        impersonator_id && {
          impersonation: { id: impersonation_id, impersonatorId: impersonator_id },
        }),
    },
    accountId: claims.account_id,
    tier: row.tier,
    expiresAt: claims.exp * 1000,
  }
}

async function loadWorker(db: Database, bearer: string): Promise<Principal> {
  const digest = digestOf(bearer)
  const now = new Date()
  const worker = await db
    .updateTable('workers')
    .set({ last_seen_at: now })
    .where((eb) =>
      eb.or([
        eb('token_digest', '=', digest),
        eb.and([
          eb('previous_token_digest', '=', digest),
          eb('previous_token_expires_at', '>', now),
        ]),
      ]),
    )
    .where('status', '=', 'active')
    .returning(['id', 'concurrency', 'queues', 'token_digest', 'previous_token_expires_at'])
    .$narrowType<{ queues: QueueName[] }>()
    .executeTakeFirst()
  if (!worker) throw fail.with('unauthorized', 'Invalid worker token')
  const permissions = new Set<Permission>(defaultRoles.worker.permissions)
  return {
    actor: {
      kind: 'worker',
      workerId: worker.id,
      permissions,
      concurrency: worker.concurrency,
      queues: worker.queues,
    },
    accountId: undefined,
    expiresAt:
      worker.token_digest === digest
        ? Number.POSITIVE_INFINITY
        : (worker.previous_token_expires_at?.getTime() ?? 0),
  }
}

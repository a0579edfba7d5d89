import type { QueueName } from '@powernode/contract/jobs.ts'
import { sql } from 'kysely'
import { digestOf } from '../crypto/vault.ts'
import type { Database } from '../db/database.ts'
import { fail } from '../kernel/fail.ts'
import { defaultRoles, type Permission } from '../kernel/permissions.ts'
import { concerns, type Forget, type Principal } from '../kernel/principal.ts'
import type { Tier } from '../kernel/tiers.ts'
import type { Settings } from '../settings/catalogue.ts'
import { endOfActing, endsOfActing, foundations } from './acting.ts'
import { loadApiKey } from './api_key.ts'
import { KEY_PREFIX } from './key_material.ts'
import type { KeyUsage } from './key_usage.ts'
import {
  delegationHolds,
  permissionsByDelegation,
  permissionsByRole,
  underPolicy,
} from './rights.ts'
import type { Tokens } from './tokens.ts'

const CACHE_SECONDS = 60
const CACHE_ENTRIES = 20_000

export interface Principals {
  /** Throws 401 with the reason. Usually answered from memory; at most one query. */
  authenticate(bearer: string): Promise<Principal>
  forget(whom: Forget): void
  /** Calls `dropped` whenever the rights of somebody are to be asked for again; returns what ends that. */
  watch(principal: Principal, dropped: () => void): () => void
}

interface Entry {
  principal: Principal
  staleAt: number
  /** The policy it was built under. */
  demanded: boolean
}

/**
 * `fresh()` says whether invalidations arrive; while they do not, nothing is served from memory. A revocation
 * committed elsewhere thus takes effect as fast as NOTIFY, and within a minute at the very worst.
 */
export function createPrincipals(
  db: Database,
  tokens: Tokens,
  usage: KeyUsage,
  settings: { readonly values: Settings },
  fresh: () => boolean,
): Principals {
  const cache = new Map<string, Entry>()
  const watched = new Set<{ principal: Principal; dropped: () => void }>()
  let generation = 0

  return {
    async authenticate(bearer) {
      const now = Date.now()
      const demanded = settings.values.require_two_factor_for_admins
      const cached = cache.get(bearer)
      if (cached && cached.staleAt > now && cached.demanded === demanded && fresh()) {
        return cached.principal
      }

      const before = generation
      const principal = await load(bearer, demanded)
      // A revocation that came in while we were reading may have missed this entry: do not keep it.
      if (before === generation) {
        if (cache.size >= CACHE_ENTRIES) cache.delete(cache.keys().next().value ?? '')
        const staleAt = Math.min(principal.expiresAt, now + CACHE_SECONDS * 1000)
        cache.set(bearer, { principal, staleAt, demanded })
      }
      return principal
    },
    forget(whom) {
      generation++
      for (const [bearer, { principal }] of cache) {
        if (concerns(whom, principal)) cache.delete(bearer)
      }
      for (const { principal, dropped } of watched) {
        if (concerns(whom, principal)) dropped()
      }
    },
    watch(principal, dropped) {
      const watching = { principal, dropped }
      watched.add(watching)
      return () => watched.delete(watching)
    },
  }

  function load(bearer: string, demanded: boolean): Promise<Principal> {
    if (bearer.startsWith(KEY_PREFIX)) return loadApiKey(db, usage, demanded, bearer)
    if (bearer.startsWith('swt_')) return loadWorker(db, bearer)
    return loadUser(db, tokens, demanded, bearer)
  }
}

interface Row {
  user_status: string
  account_status: string
  tier: Tier | null
  home_status: string
  two_factor: boolean
  home_account_id: string
  permissions: Permission[]
  delegation_id: string | null
  delegation_holds: boolean
  /** When the first ends of what it rests on in the database. */
  holds_until: Date
  /** Only where the token acts as somebody. */
  acting?: {
    id: string
    end: string | null
    impersonatorId: string
    homeAccountId: string
    sessionId: string
    twoFactor: boolean
  }
}

/**
 * Everything a bearer's rights depend on, in one query: session, person, account, and where they play a part the
 * delegation it was switched by, or the impersonation and whoever is behind it.
 */
async function loadUser(
  db: Database,
  tokens: Tokens,
  demanded: boolean,
  bearer: string,
): Promise<Principal> {
  const claims = await tokens.verify(['access', 'impersonation'], bearer)
  const now = new Date()
  // A token that acts as somebody is nothing without its record, and no other token may use its session.
  const acting = claims.type === 'impersonation'
  const { rows } = await sql<Row>`
    select u.status as user_status, a.status as account_status, a.rate_limit_tier as tier, u.account_id as home_account_id,
      home.status as home_status, u.two_factor_enabled as two_factor,
      s.delegation_id, ${delegationHolds(now)} as delegation_holds,
      least(s.expires_at, d.expires_at${acting ? endsOfActing : sql``}) as holds_until,
      ${acting ? actingColumns(now, demanded) : sql``}
      array(
        select distinct name from (
          (${permissionsByRole(sql.ref('u.id'), sql.ref('s.account_id'))} and s.delegation_id is null)
          union all (${permissionsByDelegation()} and d.id is not null)) held
      ) as permissions
    from sessions s
    join users u on u.id = s.user_id
    join accounts a on a.id = s.account_id
    join accounts home on home.id = u.account_id
    left join delegations d on d.id = s.delegation_id
    ${acting ? sql`join impersonations on impersonations.session_id = s.id ${foundations}` : sql``}
    where s.id = ${claims.sid} and s.user_id = ${claims.sub} and s.account_id = ${claims.account_id}
      and s.revoked_at is null and s.expires_at >= ${now}
      ${acting ? sql`` : sql`and not exists (select from impersonations i where i.session_id = s.id)`}`.execute(
    db,
  )
  const row = rows[0]
  if (!row) throw fail.with('token_revoked')
  const { delegation_id } = row
  if (row.acting?.end) throw fail.with('token_revoked')
  if (delegation_id && !row.delegation_holds) throw fail.with('token_revoked')
  if (row.user_status !== 'active') throw fail.with('user_inactive')
  if (row.account_status !== 'active' || row.home_status !== 'active')
    throw fail.with('account_inactive')
  const twoFactor = row.acting ? row.acting.twoFactor : row.two_factor
  return {
    actor: {
      kind: 'user',
      userId: claims.sub,
      sessionId: claims.sid,
      ...underPolicy(row.permissions, { demanded, twoFactor }),
      twoFactor,
      homeAccountId: row.home_account_id,
      ...(delegation_id && { delegationId: delegation_id }),
      ...(row.acting && { impersonation: row.acting }),
    },
    accountId: claims.account_id,
    tier: row.tier,
    expiresAt: Math.min(claims.exp * 1000, row.holds_until.getTime()),
  }
}

function actingColumns(now: Date, demanded: boolean) {
  return sql`jsonb_build_object('id', impersonations.id, 'end', ${endOfActing(now, demanded)},
    'impersonatorId', impersonations.impersonator_id, 'homeAccountId', behind.account_id,
    'sessionId', impersonations.impersonator_session_id, 'twoFactor', behind.two_factor_enabled) as acting,`
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
  const permissions = new Set<Permission>(defaultRoles.worker?.permissions)
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

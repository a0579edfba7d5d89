import { isIP } from 'node:net'
import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { RuleScope } from '@powernode/server/platform/http/rate_rules.ts'
import { addressOf } from '@powernode/server/platform/kernel/addresses.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Tier } from '@powernode/server/platform/kernel/tiers.ts'
import { sql } from 'kysely'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const EMAIL = /^[^\s@:]+@[^\s@]+\.[^\s@]+$/
const KIND = /^(user|account|api_key|worker|ip|email):(.+)$/

/** A caller that rules count, with what its limits depend on. */
export interface IdentifierUsage {
  scope: RuleScope
  id: string
  tier: Tier | null
  perMinute: number | null
}

export interface IdentifierMatch {
  counted: IdentifierUsage[]
  /** The keys by which sign-in throttles count it. */
  identities: string[]
}

/**
 * The caller of an identifier: a UUID, an IP address, an email address, or one of these with its kind. 400 otherwise.
 */
export async function findCaller(ctx: Ctx, identifier: string): Promise<IdentifierMatch> {
  const [, kind, text] = identifier.match(KIND) ?? []
  const value = text ?? identifier
  const address = value.replace(/\/64$/, '')
  if ((!kind || kind === 'ip') && isIP(address)) {
    const id = addressOf(address)
    return { counted: [{ scope: 'ip', id, tier: null, perMinute: null }], identities: [id] }
  }
  if ((!kind || kind === 'email') && EMAIL.test(value)) {
    const email = value.toLowerCase()
    const counted = await findRecords(ctx, { email })
    return { counted, identities: [digestOf(email), ...counted.map(({ id }) => id)] }
  }
  if (kind !== 'ip' && kind !== 'email' && UUID.test(value)) {
    const records = await findRecords(ctx, { id: value.toLowerCase() })
    const counted = records.filter(({ scope }) => !kind || scope === kind)
    return { counted, identities: counted.map(({ id }) => id) }
  }
  throw fail.with(
    'bad_request',
    'Must be an id, an IP address, an email address, or one of these with its kind: ip:192.0.2.1',
  )
}

async function findRecords(ctx: Ctx, { id, email }: { id?: string; email?: string }) {
  const { rows } = await sql<IdentifierUsage>`
    select 'user' as scope, u.id, a.rate_limit_tier as tier, null::integer as "perMinute"
    from users u join accounts a on a.id = u.account_id
    where u.id = ${id ?? null}::uuid or u.email = ${email ?? null}
    union all
    select 'account', id, rate_limit_tier, null from accounts where id = ${id ?? null}::uuid
    union all
    select 'api_key', k.id, a.rate_limit_tier, k.rate_limit_per_minute
    from api_keys k join accounts a on a.id = k.account_id where k.id = ${id ?? null}::uuid
    union all
    select 'worker', id, null, null from workers where id = ${id ?? null}::uuid`.execute(
    ctx.acrossAccounts('admin.rate_limiting.read'),
  )
  return rows
}

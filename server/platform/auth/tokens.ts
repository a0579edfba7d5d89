import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { sql } from 'kysely'
import type { Vault } from '../crypto/vault.ts'
import type { Database } from '../db/database.ts'
import { fail } from '../http/fail.ts'

const ISSUER = 'powernode-platform'
const AUDIENCE = 'powernode-api'
const ALGORITHM = 'HS256'

export const ACCESS_SECONDS = 15 * 60
export const REFRESH_SECONDS = 7 * 24 * 3600

export type TokenType = 'access' | 'refresh' | 'impersonation'

/** What a token says once its signature, issuer, audience, expiry and type have been checked. */
export interface Claims {
  sub: string
  account_id: string
  sid: string
  jti: string
  exp: number
}

/** Signs and verifies this installation's JWTs with the ring of keys kept sealed in `signing_keys`. */
export interface Tokens {
  /** Two calls with the same claims and moment give the same token. */
  sign(type: TokenType, claims: Omit<Claims, 'exp'>, issuedAt: Date): Promise<string>
  /** Throws 401 `token_expired` or `unauthorized`. */
  verify(types: TokenType[], token: string): Promise<Claims>
  /** Reads the ring again, after another process changed it. */
  reload(): Promise<void>
}

/** The longest an impersonation can last; its row may end it sooner. */
export const IMPERSONATION_SECONDS = 8 * 3600

const lifetimes: Record<TokenType, number> = {
  access: ACCESS_SECONDS,
  refresh: REFRESH_SECONDS,
  impersonation: IMPERSONATION_SECONDS,
}

export async function openTokens(db: Database, vault: Vault): Promise<Tokens> {
  let ring = new Map<string, Uint8Array>()
  let signing = ''

  async function reload() {
    const rows = await db
      .selectFrom('signing_keys')
      .select(['id', 'sealed_secret', 'retired_at'])
      .where((eb) => eb.or([eb('retired_at', 'is', null), eb('retired_at', '>', new Date())]))
      .orderBy('created_at', 'desc')
      .execute()
    ring = new Map(rows.map((row) => [row.id, vault.open(row.sealed_secret)]))
    signing = rows.find((row) => !row.retired_at)?.id ?? ''
  }

  await ensureKey(db, vault)
  await reload()

  return {
    reload,
    async sign(type, { sub, account_id, sid, jti }, issuedAt) {
      const issued = Math.floor(issuedAt.getTime() / 1000)
      return new SignJWT({ type, version: 2, sub, account_id, sid, jti })
        .setProtectedHeader({ alg: ALGORITHM, kid: signing })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(issued)
        .setExpirationTime(issued + lifetimes[type])
        .sign(keyOf(signing))
    },
    async verify(types, token) {
      try {
        const { payload } = await jwtVerify(token, (header) => keyOf(header.kid ?? ''), {
          issuer: ISSUER,
          audience: AUDIENCE,
          algorithms: [ALGORITHM],
          requiredClaims: ['sub', 'sid', 'jti', 'exp', 'account_id'],
          currentDate: new Date(),
        })
        if (!types.includes(payload.type as TokenType))
          throw fail.with('unauthorized', 'Invalid token type')
        return payload as unknown as Claims
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw fail.with('token_expired')
        if (error instanceof errors.JOSEError)
          throw fail.with('unauthorized', 'Invalid access token')
        throw error
      }
    },
  }

  function keyOf(id: string) {
    const key = ring.get(id)
    if (!key) throw fail.with('unauthorized', 'Invalid access token')
    return key
  }
}

/** Makes the first key. Two servers starting together make one. */
async function ensureKey(db: Database, vault: Vault) {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('powernode signing key'))`.execute(trx)
    const existing = await trx
      .selectFrom('signing_keys')
      .select('id')
      .where('retired_at', 'is', null)
      .executeTakeFirst()
    if (existing) return
    const sealed_secret = vault.seal(randomBytes(32))
    await trx.insertInto('signing_keys').values({ id: randomUUIDv7(), sealed_secret }).execute()
  })
}

import { errors, jwtVerify, SignJWT } from 'jose'
import { fail } from '../kernel/fail.ts'
import type { Settings } from '../settings/catalogue.ts'
import type { KeyRing } from './signing_keys.ts'

const ISSUER = 'powernode-platform'
const AUDIENCE = 'powernode-api'
export const ALGORITHM = 'HS256'

export type TokenType = 'access' | 'refresh' | 'impersonation'

/** What a token says once its signature, issuer, audience, expiry and type have been checked. */
export interface Claims {
  sub: string
  account_id: string
  sid: string
  jti: string
  exp: number
  type: TokenType
}

/** Signs and verifies this installation's JWTs. */
export interface Tokens {
  /** Two calls with the same claims and moment give the same token, while key and lifetimes stay. */
  sign(type: TokenType, claims: Omit<Claims, 'exp' | 'type'>, issuedAt: Date): Promise<string>
  /** Throws 401 `token_expired` or `unauthorized`. */
  verify(types: TokenType[], token: string): Promise<Claims>
}

/** The longest an impersonation can last; its row may end it sooner. */
const IMPERSONATION_SECONDS = 8 * 3600

/** How long each kind of token lasts that is signed now, in seconds. */
export function lifetimesOf(settings: Settings): Record<TokenType, number> {
  return {
    access: settings.access_token_minutes * 60,
    refresh: settings.refresh_token_hours * 3600,
    impersonation: IMPERSONATION_SECONDS,
  }
}

export function createTokens(keys: KeyRing, settings: { readonly values: Settings }): Tokens {
  return {
    async sign(type, { sub, account_id, sid, jti }, issuedAt) {
      const issued = Math.floor(issuedAt.getTime() / 1000)
      const key = keys.current()
      return new SignJWT({ type, version: 2, sub, account_id, sid, jti })
        .setProtectedHeader({ alg: ALGORITHM, kid: key.id })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(issued)
        .setExpirationTime(issued + lifetimesOf(settings.values)[type])
        .sign(key.secret)
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

  async function keyOf(id: string) {
    const key = await keys.find(id)
    if (!key) throw fail.with('unauthorized', 'Invalid access token')
    return key
  }
}

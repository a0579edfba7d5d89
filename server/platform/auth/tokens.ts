import { createHmac } from 'node:crypto'
import { errors, jwtVerify } from 'jose'
import { fail } from '../kernel/fail.ts'
import type { KeyRing } from './signing_keys.ts'

const ISSUER = 'powernode-platform'
const AUDIENCE = 'powernode-api'
export const ALGORITHM = 'HS256'

/** The claims of a token whose signature, issuer, audience, expiry and type have been verified. */
export interface Claims {
  sub: string
  account_id: string
  sid: string
  jti: string
  exp: number
  /** Its purpose, named by the domain that signs it. */
  type: string
}

/** Signs and verifies this installation's JWTs. */
export interface Tokens {
  /** Signs a token that expires after `seconds`. The same arguments give the same token until the key is rotated. */
  sign(claims: Omit<Claims, 'exp'>, issuedAt: Date, seconds: number): string
  /** Throws 401 `token_expired` or `unauthorized`. */
  verify(types: string[], token: string): Promise<Claims>
}

export function createTokens(keys: KeyRing): Tokens {
  return {
    sign({ type, sub, account_id, sid, jti }, issuedAt, seconds) {
      const { id, secret } = keys.current()
      const iat = Math.floor(issuedAt.getTime() / 1000)
      const claims = { type, version: 2, sub, account_id, sid, jti }
      const registered = { iss: ISSUER, aud: AUDIENCE, iat, exp: iat + seconds }
      return signed({ alg: ALGORITHM, kid: id }, { ...claims, ...registered }, secret)
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
        if (!types.includes(String(payload.type)))
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

/** Not with jose: it signs in the thread pool, and for so few bytes that costs ten times as much as the signature. */
function signed(header: object, payload: object, secret: Uint8Array): string {
  const content = `${encoded(header)}.${encoded(payload)}`
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

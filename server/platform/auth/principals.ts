import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { PlatformCtx } from '../db/context.ts'
import { fail } from '../kernel/fail.ts'
import { type Forget, isAffectedBy } from '../kernel/forget.ts'
import type { Authenticator, Principal } from './authenticator.ts'

const CACHE_SECONDS = 60
const CACHE_ENTRIES = 20_000

export interface Principals {
  /** Throws 401 with the reason. Usually cached; one query, or more if it is revoked during the query. */
  authenticate(bearer: string): Promise<Principal>
  /** Authenticates the credential of a request: a bearer token, or one in its own header. Undefined if there is none. */
  identify(request: Credentials): Promise<Principal | undefined>
  /** Whether the bearer token or a header looks like an API key, valid or not. */
  isKey(bearer: string, headers: IncomingHttpHeaders): boolean
  forget(whom: Forget): void
  /** Calls `dropped` whenever a principal must be loaded again; returns a function that stops watching. */
  watch(principal: Principal, dropped: () => void): () => void
}

type IsAffected = ReturnType<typeof isAffectedBy>

/** The headers of a request. */
type Credentials = Pick<IncomingMessage, 'headers' | 'rawHeaders'>

interface Entry {
  principal: Principal
  staleAt: number
}

/**
 * `fresh()` tells whether invalidations arrive; while they do not, the cache is not used. A revocation committed by
 * another process thus takes effect as fast as NOTIFY, and within a minute at worst.
 */
export function createPrincipals(
  system: () => PlatformCtx,
  authenticators: Authenticator[],
  fresh: () => boolean,
): Principals {
  const byPrefix = authenticators.toSorted((a, b) => b.prefix.length - a.prefix.length)
  const withHeader = authenticators.flatMap(({ header, ...authenticator }) =>
    header ? { header, ...authenticator } : [],
  )
  const cache = new Map<string, Entry>()
  const watched = new Set<{ principal: Principal; dropped: () => void }>()
  /** For each principal that is being loaded, what was revoked meanwhile. */
  const loads = new Set<IsAffected[]>()

  const principals: Principals = {
    async authenticate(bearer) {
      const now = Date.now()
      const cached = cache.get(bearer)
      if (cached && cached.staleAt > now && fresh()) return cached.principal

      const revoked: IsAffected[] = []
      loads.add(revoked)
      const principal = await load(bearer).finally(() => loads.delete(revoked))
      // The rows may have been read before the revocation.
      if (revoked.some((isAffected) => isAffected(principal)))
        return principals.authenticate(bearer)
      if (cache.size >= CACHE_ENTRIES) cache.delete(cache.keys().next().value ?? '')
      cache.set(bearer, {
        principal,
        staleAt: Math.min(principal.expiresAt, now + CACHE_SECONDS * 1000),
      })
      return principal
    },
    async identify(request) {
      const { headers } = request
      for (const { header, prefix, load } of withHeader) {
        if (headers[header] === undefined) continue
        if (headers.authorization !== undefined) throw twoCredentials()
        const bearer = String(headers[header])
        // A token of another kind may be cached, but is not valid in this header.
        return bearer.startsWith(prefix) ? principals.authenticate(bearer) : load(system(), bearer)
      }
      const bearer = bearerOf(request)
      return bearer === undefined ? undefined : principals.authenticate(bearer)
    },
    isKey(bearer, headers) {
      return authenticators.some(
        ({ kind, prefix, header = '' }) =>
          kind === 'api_key' && (bearer.startsWith(prefix) || Boolean(headers[header])),
      )
    },
    forget(whom) {
      const isAffected = isAffectedBy(whom)
      for (const revoked of loads) revoked.push(isAffected)
      for (const [bearer, { principal }] of cache) {
        if (isAffected(principal)) cache.delete(bearer)
      }
      for (const { principal, dropped } of watched) if (isAffected(principal)) dropped()
    },
    watch(principal, dropped) {
      const watching = { principal, dropped }
      watched.add(watching)
      return () => watched.delete(watching)
    },
  }
  return principals

  async function load(bearer: string): Promise<Principal> {
    const authenticator = byPrefix.find(({ prefix }) => bearer.startsWith(prefix))
    if (!authenticator) throw fail.with('unauthorized')
    return authenticator.load(system(), bearer)
  }
}

/** The token in the `Authorization` header; undefined without the header. Throws 401 unless there is exactly one. */
export function bearerOf({ headers, rawHeaders }: Credentials): string | undefined {
  const { authorization } = headers
  if (authorization === undefined) return undefined
  // Node.js keeps only the first of several.
  const names = rawHeaders.filter((_, index) => index % 2 === 0)
  if (names.filter((name) => name.toLowerCase() === 'authorization').length > 1) {
    throw twoCredentials()
  }
  const [scheme, bearer, ...more] = authorization.split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !bearer || more.length > 0) {
    throw fail.with('unauthorized')
  }
  return bearer
}

const twoCredentials = () => fail.with('unauthorized', 'Send one credential, not two')

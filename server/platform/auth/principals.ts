import type { IncomingHttpHeaders } from 'node:http'
import type { PlatformCtx } from '../db/context.ts'
import { fail } from '../kernel/fail.ts'
import { type Forget, isAffectedBy } from '../kernel/forget.ts'
import type { Authenticator, Principal } from './authenticator.ts'

const CACHE_SECONDS = 60
const CACHE_ENTRIES = 20_000

export interface Principals {
  /** Throws 401 with the reason. Usually cached; at most one query. */
  authenticate(bearer: string): Promise<Principal>
  /** Authenticates the credential of a request: a bearer token, or one in its own header. Undefined if there is none. */
  identify(headers: IncomingHttpHeaders): Promise<Principal | undefined>
  /** Whether the bearer token or a header looks like an API key, valid or not. */
  isKey(bearer: string, headers: IncomingHttpHeaders): boolean
  forget(whom: Forget): void
  /** Calls `dropped` whenever a principal must be loaded again; returns a function that stops watching. */
  watch(principal: Principal, dropped: () => void): () => void
}

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
  let generation = 0

  const principals: Principals = {
    async authenticate(bearer) {
      const now = Date.now()
      const cached = cache.get(bearer)
      if (cached && cached.staleAt > now && fresh()) return cached.principal

      const before = generation
      const principal = await load(bearer)
      // A revocation that arrived during the read may have missed this entry: do not cache it.
      if (before === generation) {
        if (cache.size >= CACHE_ENTRIES) cache.delete(cache.keys().next().value ?? '')
        cache.set(bearer, {
          principal,
          staleAt: Math.min(principal.expiresAt, now + CACHE_SECONDS * 1000),
        })
      }
      return principal
    },
    async identify(headers) {
      const { authorization } = headers
      for (const { header, prefix, load } of withHeader) {
        if (headers[header] === undefined) continue
        if (authorization !== undefined) {
          throw fail.with('unauthorized', 'Send one credential, not two')
        }
        const bearer = String(headers[header])
        // A token of another kind may be cached, but is not valid in this header.
        return bearer.startsWith(prefix) ? principals.authenticate(bearer) : load(system(), bearer)
      }
      if (authorization === undefined) return undefined
      const [scheme, bearer] = authorization.split(' ')
      if (scheme?.toLowerCase() !== 'bearer' || !bearer) throw fail.with('unauthorized')
      return principals.authenticate(bearer)
    },
    isKey(bearer, headers) {
      return authenticators.some(
        ({ kind, prefix, header = '' }) =>
          kind === 'api_key' && (bearer.startsWith(prefix) || Boolean(headers[header])),
      )
    },
    forget(whom) {
      generation++
      const isAffected = isAffectedBy(whom)
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

  function load(bearer: string): Promise<Principal> {
    const authenticator = byPrefix.find(({ prefix }) => bearer.startsWith(prefix))
    if (!authenticator) throw fail.with('unauthorized')
    return authenticator.load(system(), bearer)
  }
}

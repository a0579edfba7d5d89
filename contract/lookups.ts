import dns from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress, isWatchable } from './targets.ts'

/** A URL that must not be requested: it, or the address it resolves to, is not on the public internet. */
export class ForbiddenTarget extends Error {}

type Resolve = typeof dns.lookup

/** A DNS lookup that fails unless every address of a name is public. */
export function publicLookup(resolve?: Resolve): LookupFunction {
  return restrictedLookup(isPublicAddress, 'points to a private address', resolve)
}

/** The same for checks of services; with `mayBePrivate`, only addresses that are never allowed are refused. */
export function watchableLookup(mayBePrivate: boolean, resolve?: Resolve): LookupFunction {
  const refusal = `points to ${mayBePrivate ? 'an address that is never allowed' : 'a private address'}`
  return restrictedLookup((address) => isWatchable(address, mayBePrivate), refusal, resolve)
}

/**
 * Fails unless every address of a name is allowed. Connections use exactly the returned addresses, so a DNS change
 * between check and connection has no effect.
 */
function restrictedLookup(
  allowed: (address: string) => boolean,
  refusal: string,
  resolve: Resolve = dns.lookup,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => allowed(address))) {
        return callback(new ForbiddenTarget(refusal), [])
      }
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

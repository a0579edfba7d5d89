import type { NamesOf } from '@powernode/contract/registry.ts'

/** Data that processes cache and reload when it changes. */
export type CachedData = 'settings' | 'signing_keys' | 'rate_limits' | 'site' | NamesOf<'caches'>

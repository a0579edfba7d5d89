import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useComposition } from '../../CompositionContext'
import { permitted } from '../../feature'
import { systemHealthQuery } from '../../health'
import type { AttentionItem } from '../../home'
import { subscribeToChannel } from '../../live'
import { useCan, useMe } from '../../session'
import { throttledRefetch } from '../../throttledRefetch'
import { rankNotices } from './notices'
import { home } from './parts'

/** Covers what no channel reports, such as keys that come close to their expiry. */
const REFETCH_MS = 60_000

/** What needs the attention of the user, as far as they may see it. */
export function useNotices() {
  const me = useMe()
  const { health: components, pages } = useComposition()
  const items = permitted(home.attention, me.permissions)
  const health = useQuery({
    ...systemHealthQuery,
    enabled: useCan('admin.settings.read'),
    refetchInterval: REFETCH_MS,
  })
  const results = useQueries({
    queries: items.map(({ key, check }) => ({
      // With the user, because some checks are about them.
      queryKey: [...key, me],
      queryFn: ({ signal }: { signal: AbortSignal }) => check(signal, me),
      refetchInterval: REFETCH_MS,
      placeholderData: keepPreviousData,
    })),
  })
  useLive(items, me.account.id)
  const found = items.map(({ order, explains }, index) => ({
    order,
    ...(explains && { explains }),
    notices: [results[index]?.data ?? []].flat(),
    isLoading: results[index]?.isLoading ?? false,
  }))
  const open = permitted(pages, me.permissions).map(({ path }) => path)
  // Who may see the health may open its page, but perhaps not that of each component.
  const reachable = components.map((one) =>
    open.includes(one.to) ? one : { ...one, to: '/admin' },
  )
  const all = [...results, health]
  return {
    notices: rankNotices(found, health.data, reachable),
    isLoading: all.some((query) => query.isLoading),
    error: all.find((query) => query.error)?.error,
    retry: () => {
      for (const query of all) if (query.error) void query.refetch()
    },
  }
}

/** Refetches items when their channel reports a change. */
function useLive(items: AttentionItem[], accountId: string) {
  const watched = items.flatMap(({ key, channel }) => (channel ? [{ ...channel, key }] : []))
  const names = watched.map(({ key }) => key.join('/')).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the items, which are new objects in each render
  useEffect(() => {
    const stops = watched.map(({ name, ofAccount, key }) => {
      const { read, stop } = throttledRefetch(key)
      const params = ofAccount ? { account_id: accountId } : {}
      const listeners = { onMessage: read, onConnect: read }
      const unsubscribe = subscribeToChannel(name, params, listeners)
      return () => {
        unsubscribe()
        stop()
      }
    })
    return () => {
      for (const stop of stops) stop()
    }
  }, [names, accountId])
}

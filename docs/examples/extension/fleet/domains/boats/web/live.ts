import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { useMe } from '~/session'
import { throttledRefetch } from '~/throttledRefetch'

/** Refetches boats when one was painted. */
export function useLiveBoats() {
  const accountId = useMe().account.id
  useEffect(() => {
    const { read, stop } = throttledRefetch(['boats'])
    const listeners = { onMessage: read, onConnect: read }
    const unsubscribe = subscribeToChannel('BoatChannel', { account_id: accountId }, listeners)
    return () => {
      unsubscribe()
      stop()
    }
  }, [accountId])
}

import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { throttledRefetch } from '~/throttledRefetch'

/** Refetches test clocks while they move. */
export function useLiveTestClocks() {
  useEffect(() => {
    const { read, stop } = throttledRefetch(['test_clocks'])
    const unsubscribe = subscribeToChannel(
      'TestClockChannel',
      {},
      { onMessage: read, onConnect: read },
    )
    return () => {
      unsubscribe()
      stop()
    }
  }, [])
}

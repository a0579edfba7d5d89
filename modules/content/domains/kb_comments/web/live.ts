import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { throttledRefetch } from '~/throttledRefetch'

/** Refetches comments when somebody writes or moderates them, at most once per second. */
export function useLiveComments() {
  useEffect(() => {
    const { read, stop } = throttledRefetch(['kb_comments'])
    const unsubscribe = subscribeToChannel(
      'ModerationChannel',
      {},
      {
        onMessage: read,
        onConnect: (reconnected) => reconnected && read(),
      },
    )
    return () => {
      unsubscribe()
      stop()
    }
  }, [])
}

import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { throttledRefetch } from '~/throttledRefetch'

/** Refetches files when somebody changes them, at most once per second. */
export function useLiveFiles() {
  useEffect(() => {
    const { read, stop } = throttledRefetch(['files'])
    const unsubscribe = subscribeToChannel(
      'FileChannel',
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

import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { throttledRefetch } from '~/throttledRefetch'

type Message = { type: 'services_changed'; service_ids: string[] }

/** Refetches one service, or all, when they change. */
export function useLiveServices(id?: string) {
  useEffect(() => {
    const { read, stop } = throttledRefetch(['services'])
    const onMessage = ({ service_ids }: Message) => {
      if (!id || service_ids.includes(id)) read()
    }
    const unsubscribe = subscribeToChannel<Message>(
      'ServiceChannel',
      {},
      { onMessage, onConnect: read },
    )
    return () => {
      unsubscribe()
      stop()
    }
  }, [id])
}

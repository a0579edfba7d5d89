import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { throttledRefetch } from '~/throttledRefetch'

type Message = { type: 'services_changed'; service_ids: string[] }

/** Keeps what is shown of services current, of one or of all. */
export function useLiveServices(id?: string) {
  useEffect(() => {
    const { read, stop } = throttledRefetch(['services'])
    const onMessage = ({ service_ids }: Message) => {
      if (!id || service_ids.includes(id)) read()
    }
    const leave = subscribeToChannel<Message>('ServiceChannel', {}, { onMessage, onConnect: read })
    return () => {
      leave()
      stop()
    }
  }, [id])
}

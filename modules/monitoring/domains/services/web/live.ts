import { useEffect } from 'react'
import { subscribe } from '~/live'
import { newsOf } from '~/news'

type Message = { type: 'services_changed'; service_ids: string[] }

/** Keeps what is shown of services current, of one or of all. */
export function useLiveServices(id?: string) {
  useEffect(() => {
    const { read, stop } = newsOf(['services'])
    const onMessage = ({ service_ids }: Message) => {
      if (!id || service_ids.includes(id)) read()
    }
    const leave = subscribe<Message>('ServiceChannel', {}, { onMessage, onConnect: read })
    return () => {
      leave()
      stop()
    }
  }, [id])
}

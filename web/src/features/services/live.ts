import { useEffect } from 'react'
import { subscribe } from '../../live'
import { queryClient } from '../../session'

type Message = { type: 'services_changed'; service_ids: string[] } | { type: 'other' }

const AT_MOST_EVERY_MS = 1000

/** Keeps what is shown of services current, of one or of all, with one refetch a second at most. */
export function useLiveServices(id?: string) {
  useEffect(() => {
    let readAt = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      timer ??= setTimeout(
        () => {
          timer = undefined
          readAt = Date.now()
          void queryClient.invalidateQueries({ queryKey: ['services'] })
        },
        Math.max(0, readAt + AT_MOST_EVERY_MS - Date.now()),
      )
    }
    const onMessage = (message: Message) => {
      if (message.type !== 'services_changed') return
      if (!id || message.service_ids.includes(id)) read()
    }
    const leave = subscribe<Message>('ServiceChannel', {}, { onMessage, onConnect: read })
    return () => {
      leave()
      clearTimeout(timer)
    }
  }, [id])
}

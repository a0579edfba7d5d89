import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { refetchAlerts } from './queries'

/** Keeps what is shown of alerts current. */
export function useLiveAlerts() {
  useEffect(() => {
    const read = () => void refetchAlerts()
    return subscribeToChannel('AlertChannel', {}, { onMessage: read, onConnect: read })
  }, [])
}

import { useEffect } from 'react'
import { subscribe } from '~/live'
import { refetchAlerts } from './queries'

/** Keeps what is shown of alerts current. */
export function useLiveAlerts() {
  useEffect(() => {
    const read = () => void refetchAlerts()
    return subscribe('AlertChannel', {}, { onMessage: read, onConnect: read })
  }, [])
}

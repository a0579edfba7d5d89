import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { refetchAlerts } from './queries'

/** Refetches alerts when they change. */
export function useLiveAlerts() {
  useEffect(() => {
    const refetch = () => void refetchAlerts()
    return subscribeToChannel('AlertChannel', {}, { onMessage: refetch, onConnect: refetch })
  }, [])
}

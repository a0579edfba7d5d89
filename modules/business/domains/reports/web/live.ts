import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { useMe } from '~/session'
import { throttledRefetch } from '~/throttledRefetch'

type Message = { type: string; report: { id: string } }

/** Refetches the reports of the account when one of them makes progress. */
export function useLiveReports() {
  const account_id = useMe().account.id
  useEffect(() => {
    const { read, stop } = throttledRefetch(['reports', 'list'])
    const unsubscribe = subscribeToChannel<Message>(
      'ReportChannel',
      { account_id },
      { onMessage: read, onConnect: read },
    )
    return () => {
      unsubscribe()
      stop()
    }
  }, [account_id])
}

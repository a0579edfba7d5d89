import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { useMe } from '~/session'
import { throttledRefetch } from '~/throttledRefetch'

type Message = { type: string; payment: { id: string } }

/** Refetches the payments of the account when one of them changes. */
export function useLivePayments() {
  const account_id = useMe().account.id
  useEffect(() => {
    const { read, stop } = throttledRefetch(['payments'])
    const unsubscribe = subscribeToChannel<Message>(
      'PaymentChannel',
      { account_id },
      { onMessage: read, onConnect: read },
    )
    return () => {
      unsubscribe()
      stop()
    }
  }, [account_id])
}

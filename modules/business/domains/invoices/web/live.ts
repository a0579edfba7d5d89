import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { useMe } from '~/session'
import { throttledRefetch } from '~/throttledRefetch'

type Message = { type: string; invoice: { id: string } }

/** Refetches the invoices of the account when one of them changes. */
export function useLiveInvoices() {
  const account_id = useMe().account.id
  useEffect(() => {
    const { read, stop } = throttledRefetch(['invoices'])
    const unsubscribe = subscribeToChannel<Message>(
      'InvoiceChannel',
      { account_id },
      { onMessage: read, onConnect: read },
    )
    return () => {
      unsubscribe()
      stop()
    }
  }, [account_id])
}

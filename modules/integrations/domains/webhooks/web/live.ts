import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { useMe } from '~/session'
import { throttledRefetch } from '~/throttledRefetch'

type Message =
  | { type: 'deliveries_changed'; webhook_ids: string[] }
  | { type: 'connection_established' }

/** Refetches deliveries of one webhook, or of all, when they change; at most once per second. */
export function useLiveDeliveries(webhookId?: string) {
  const accountId = useMe().account.id
  useEffect(() => {
    const { read, stop } = throttledRefetch(['webhooks'])
    const unsubscribe = subscribeToChannel<Message>(
      'WebhookChannel',
      { account_id: accountId },
      {
        onMessage: (message) => {
          if (message.type === 'connection_established') return
          if (!webhookId || message.webhook_ids.includes(webhookId)) read()
        },
        onConnect: read,
      },
    )
    return () => {
      unsubscribe()
      stop()
    }
  }, [accountId, webhookId])
}

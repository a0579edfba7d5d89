import { useEffect } from 'react'
import { subscribe } from '../../live'
import { queryClient, useMe } from '../../session'

type Message =
  | { type: 'deliveries_changed'; webhook_ids: string[] }
  | { type: 'connection_established' }

const AT_MOST_EVERY_MS = 1000

/** Keeps what is shown of deliveries current, of one webhook or of all. A busy receiver causes one refetch a second. */
export function useLiveDeliveries(webhookId?: string) {
  const accountId = useMe().account.id
  useEffect(() => {
    let readAt = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      timer ??= setTimeout(
        () => {
          timer = undefined
          readAt = Date.now()
          void queryClient.invalidateQueries({ queryKey: ['webhooks'] })
        },
        Math.max(0, readAt + AT_MOST_EVERY_MS - Date.now()),
      )
    }
    const leave = subscribe<Message>(
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
      leave()
      clearTimeout(timer)
    }
  }, [accountId, webhookId])
}

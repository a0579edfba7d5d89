import { useMe } from '~/session'
import { Json } from '~/ui/Json'
import type { WebhookEvent } from './queries'

/** Example body of a delivery of this event. */
export function DeliveryPayload({ kind }: { kind: WebhookEvent }) {
  const account_id = useMe().account.id
  const value = {
    id: 'evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90',
    type: kind.type,
    timestamp: '2026-11-23T09:30:00.000Z',
    account_id,
    data: kind.example,
  }
  return <Json value={value} label={`Example of ${kind.type}`} />
}

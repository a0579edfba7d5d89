import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { Subscribers } from '@powernode/server/platform/db/events.ts'

/** Notifications sent in response to events. */
export const reactions: Subscribers = {
  'webhook.disabled': [
    async (tx, { id, url, reason }) =>
      tx.notify(await owners(tx), {
        notification_type: 'webhook_disabled',
        title: 'A webhook was disabled',
        message:
          reason === 'gone'
            ? `${url} responded with 410 Gone.`
            : `All attempts to ${url} failed for five days.`,
        severity: 'error',
        category: 'webhooks',
        action_url: `/webhooks/${id}`,
      }),
  ],
}

async function owners(tx: Tx, except?: string): Promise<string[]> {
  const all = await ownersOf(tx)
  return all.map((owner) => owner.id).filter((id) => id !== except)
}

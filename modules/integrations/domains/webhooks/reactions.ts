import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { Subscribers } from '@powernode/server/platform/db/events.ts'

/** What people are notified of when it happens. */
export const reactions: Subscribers = {
  'webhook.disabled': [
    async (tx, { id, url, reason }) =>
      tx.notify(await owners(tx), {
        notification_type: 'webhook_disabled',
        title: 'A webhook was switched off',
        message:
          reason === 'gone'
            ? `${url} answered that it is gone for good.`
            : `${url} has failed every try for five days.`,
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

import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import type { PlatformTx } from '@powernode/server/platform/db/context.ts'
import { Id, ListOf, Time } from '@powernode/server/platform/http/shapes.ts'

const STREAM = 'services'

/** Says which services have news; what it is, clients read over HTTP. */
export const ServiceChannel: Channel = {
  summary: 'Watched services.',
  needs: 'admin.services.read',
  params: {},
  messages: {
    services_changed: {
      summary: 'Services were checked or changed; read them again',
      fields: {
        service_ids: ListOf(Id('Which'), { description: 'Which' }),
        timestamp: Time('When'),
      },
    },
  },
  stream({ actor }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('admin.services.read')
    return allowed ? STREAM : undefined
  },
}

export function broadcastServices(tx: PlatformTx, service_ids: string[]): Promise<void> {
  const timestamp = tx.now().toISOString()
  return tx.broadcast(STREAM, { type: 'services_changed', service_ids, timestamp })
}

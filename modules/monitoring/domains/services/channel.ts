import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import type { PlatformTx } from '@powernode/server/platform/db/context.ts'
import { Id, ListOf, Time } from '@powernode/server/platform/http/shapes.ts'

const STREAM = 'services'

/** Sends the ids of changed services; clients read the services over HTTP. */
export const ServiceChannel: Channel = {
  summary: 'Monitored services.',
  needs: 'admin.services.read',
  params: {},
  messages: {
    services_changed: {
      summary: 'Services were checked or changed; read them again',
      fields: {
        service_ids: ListOf(Id('Id'), { description: 'Ids of the services' }),
        timestamp: Time('When it happened'),
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

import type { Channel } from '../../platform/cable/channel.ts'
import type { PlatformTx } from '../../platform/db/context.ts'

const STREAM = 'services'

/** Says which services have news; what it is, clients read over HTTP. */
export const ServiceChannel: Channel = {
  stream({ actor }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('admin.services.read')
    return allowed ? STREAM : undefined
  },
}

export function tellOf(tx: PlatformTx, service_ids: string[]): Promise<void> {
  const timestamp = tx.now().toISOString()
  return tx.broadcast(STREAM, { type: 'services_changed', service_ids, timestamp })
}

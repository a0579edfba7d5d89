import type { Channel } from '../../platform/cable/channel.ts'

/** The stream that tells of the alerts of this server. */
export const STREAM = 'alerts'

/** Says that alerts were triggered, acknowledged and resolved, to whoever may see them. */
export const AlertChannel: Channel = {
  stream({ actor }) {
    return actor.kind === 'user' && actor.permissions.has('admin.alerts.read') ? STREAM : undefined
  },
}

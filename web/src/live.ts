import { type Cable, createCable, type Message } from '@anycable/web'
import { freshToken } from './tokens'

type Listeners<M> = { onMessage: (message: M) => void; onReconnect: () => void }

let cable: Cable | null = null

/** Listens to a channel of `/cable` until the returned function is called. */
export function subscribe<M extends Message>(
  channel: string,
  params: Record<string, string>,
  { onMessage, onReconnect }: Listeners<M>,
): () => void {
  cable ??= connect()
  const subscription = cable.subscribeTo(channel, params)
  const offMessage = subscription.on('message', (message) => onMessage(message as M))
  const offConnect = subscription.on('connect', ({ reconnect }) => {
    if (reconnect) onReconnect()
  })
  return () => {
    offMessage()
    offConnect()
    subscription.disconnect()
  }
}

/** Signing out closes the socket: its rights were the session's. */
export function hangUp() {
  cable?.disconnect()
  cable = null
}

function connect(): Cable {
  return createCable({
    protocol: 'actioncable-v1-json',
    logLevel: 'error',
    // Runs before every attempt, so a reconnect hours later never carries the old token.
    transportConfigurator: async (transport) => {
      const token = await freshToken()
      if (!token) throw new Error('Not signed in')
      transport.setToken(token, 'token')
    },
    tokenRefresher: async () => {},
  })
}

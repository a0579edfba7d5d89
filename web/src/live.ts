import type { Cable, Message } from '@anycable/web'
import { api } from './api'
import { activeImpersonation, freshToken, refresh } from './tokens'

type Perform = (action: string, data: Record<string, string>) => void

type Listeners<M> = {
  onMessage: (message: M) => void
  /**
   * Messages are received from now on. Earlier changes, and those during a lost connection, must be refetched. `perform`
   * calls an action of the channel.
   */
  onConnect: (reconnected: boolean, perform: Perform) => void
}

let cable: Promise<Cable> | null = null

/** Subscribes to a channel of `/cable`; returns a function that unsubscribes. Does nothing while impersonating. */
export function subscribeToChannel<M extends Message>(
  channel: string,
  params: Record<string, string>,
  { onMessage, onConnect }: Listeners<M>,
): () => void {
  const unsubscribed = new AbortController()
  if (activeImpersonation()) return () => {}
  cable ??= connect()
  void cable.then((client) => {
    if (unsubscribed.signal.aborted) return
    const subscription = client.subscribeTo(channel, params)
    const offMessage = subscription.on('message', (message) => onMessage(message as M))
    const perform: Perform = (action, data) =>
      void subscription.perform(action, data).catch(() => {})
    const offConnect = subscription.on('connect', ({ reconnect }) =>
      onConnect(reconnect ?? false, perform),
    )
    unsubscribed.signal.addEventListener('abort', () => {
      offMessage()
      offConnect()
      subscription.disconnect()
    })
  })
  return () => unsubscribed.abort()
}

/** Closes the socket on sign-out, as it was authenticated by the session. */
export function disconnect() {
  void cable?.then((client) => client.disconnect())
  cable = null
}

/** The client is loaded after the first paint, as no page needs it to render. */
async function connect(): Promise<Cable> {
  const { createCable } = await import('@anycable/web')
  const client = createCable({
    protocol: 'actioncable-v1-json',
    // In the URL, the token would be printed to the console when a connection fails.
    websocketAuthStrategy: 'sub-protocol',
    logLevel: 'error',
    // Runs before every attempt, so a reconnect hours later never carries the old token.
    transportConfigurator: async (transport) => {
      const token = await freshToken()
      if (!token) throw new Error('Not signed in')
      transport.setToken(token)
    },
    // Called when the server finds the token expired, whatever the local clock says.
    tokenRefresher: async () => {
      await refresh()
    },
  })
  // The server closed the connection, perhaps because the session ended: the response to this request tells.
  client.on('close', () => {
    if (cable) void api.GET('/api/v1/auth/me').catch(() => {})
  })
  return client
}

import type { Cable, Message } from '@anycable/web'
import { api } from './api'
import { activeImpersonation, freshToken, refresh } from './tokens'

type Listeners<M> = {
  onMessage: (message: M) => void
  /** From here on nothing is missed; what happened before, and while a lost connection was away, has to be read. */
  onConnect: (again: boolean) => void
}

let cable: Promise<Cable> | null = null

/** Listens to a channel of `/cable` until the returned function is called. Nobody listens in another's name. */
export function subscribeToChannel<M extends Message>(
  channel: string,
  params: Record<string, string>,
  { onMessage, onConnect }: Listeners<M>,
): () => void {
  const left = new AbortController()
  if (activeImpersonation()) return () => {}
  cable ??= connect()
  void cable.then((opened) => {
    if (left.signal.aborted) return
    const subscription = opened.subscribeTo(channel, params)
    const offMessage = subscription.on('message', (message) => onMessage(message as M))
    const offConnect = subscription.on('connect', ({ reconnect }) => onConnect(reconnect ?? false))
    left.signal.addEventListener('abort', () => {
      offMessage()
      offConnect()
      subscription.disconnect()
    })
  })
  return () => left.abort()
}

/** Signing out closes the socket: its rights were the session's. */
export function disconnect() {
  void cable?.then((opened) => opened.disconnect())
  cable = null
}

/** The client comes after the first paint: no page needs it to show itself. */
async function connect(): Promise<Cable> {
  const { createCable } = await import('@anycable/web')
  const opened = createCable({
    protocol: 'actioncable-v1-json',
    logLevel: 'error',
    // Runs before every attempt, so a reconnect hours later never carries the old token.
    transportConfigurator: async (transport) => {
      const token = await freshToken()
      if (!token) throw new Error('Not signed in')
      transport.setToken(token, 'token')
    },
    // The server found the token to have run out, whatever the clock of this machine says.
    tokenRefresher: async () => {
      await refresh()
    },
  })
  // Hung up on by the server: whoever is no longer let in learns of it from the next answer, not from the next click.
  opened.on('close', () => {
    if (cable) void api.GET('/api/v1/auth/me').catch(() => {})
  })
  return opened
}

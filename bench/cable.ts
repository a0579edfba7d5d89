import { CABLE_CHANNEL } from '../server/platform/channels.ts'
import { startChild } from './children.ts'
import type { Installation } from './installation.ts'
import { type Measurement, measureInTurn, median } from './measurement.ts'
import type { SocketsInput, SocketsReply } from './sockets.ts'

const SOCKETS = 2000
const MESSAGES = 50
const WARM_UP_MESSAGES = 10
const BARE_CHANNEL = 'bench_bare'

export async function cable(installation: Installation): Promise<Measurement> {
  const bare = await startBare(installation)
  try {
    const [result] = await measureBroadcasts(installation, SOCKETS, [bare])
    if (!result) throw new Error('nothing was measured')
    return { name: 'broadcast to 2,000 sockets', unit: 'msg/s', ...result, target: 0.7 }
  } finally {
    bare.stop()
  }
}

/** A WebSocket server: how to subscribe to it, and the channel that it listens to in PostgreSQL. */
type Broadcaster = Pick<SocketsInput, 'url' | 'channel' | 'subscribe'>

export async function startBare({ databaseUrl }: Installation) {
  const module = new URL('./bare/cable.ts', import.meta.url)
  const identifier = identifierOf('00000000-0000-0000-0000-000000000000')
  const input = { databaseUrl, channel: BARE_CHANNEL, identifier }
  const { ready, stop } = await startChild<{ url: string }>(module, input)
  return { url: ready.url, channel: BARE_CHANNEL, stop }
}

/**
 * One user's notification to many sockets, in messages per second from pg_notify until the last socket has received it:
 * ours beside each of the others.
 */
export async function measureBroadcasts(
  installation: Installation,
  count: number,
  others: Broadcaster[],
) {
  const { databaseUrl } = installation
  const { token, userId, accountId } = await installation.signIn()
  const ours = {
    url: `${installation.url}/cable?token=${token}`,
    channel: CABLE_CHANNEL,
    subscribe: JSON.stringify({ command: 'subscribe', identifier: identifierOf(accountId) }),
  }
  const clients: Awaited<ReturnType<typeof startSockets>>[] = []
  const measure = async (sockets: (typeof clients)[number], messages = 1) => {
    const { milliseconds } = await sockets.request({ messages })
    return (count * 1000) / median(milliseconds)
  }
  try {
    for (const { url, channel, subscribe } of [ours, ...others]) {
      const input = { count, databaseUrl, stream: `notifications:user:${userId}`, url, channel }
      clients.push(await startSockets({ ...input, ...(subscribe && { subscribe }) }))
    }
    for (const sockets of clients) await measure(sockets, WARM_UP_MESSAGES)
    const [measureOurs, ...measureOthers] = clients.map((sockets) => () => measure(sockets))
    if (!measureOurs) throw new Error('no sockets')
    return await measureInTurn(MESSAGES, measureOurs, measureOthers)
  } finally {
    for (const sockets of clients) sockets.stop()
  }
}

const identifierOf = (account_id: string) =>
  JSON.stringify({ channel: 'NotificationChannel', account_id })

function startSockets(input: SocketsInput) {
  return startChild<object, SocketsReply>(new URL('./sockets.ts', import.meta.url), input)
}

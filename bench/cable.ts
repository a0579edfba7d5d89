import { CABLE_CHANNEL } from '../server/platform/channels.ts'
import { startChild } from './children.ts'
import type { Installation } from './installation.ts'
import { type Measurement, measureAlternately, median } from './measurement.ts'
import type { SocketsInput, SocketsReply } from './sockets.ts'

const SOCKETS = 2000
const MESSAGES = 50
const WARM_UP_MESSAGES = 10
const BARE_CHANNEL = 'bench_cable'

/** One user's notification to 2,000 sockets, from pg_notify until the last socket has received it. */
export async function cable(installation: Installation): Promise<Measurement> {
  const { databaseUrl } = installation
  const { token, userId, accountId } = await installation.signIn()
  const identifier = JSON.stringify({ channel: 'NotificationChannel', account_id: accountId })
  const stream = `notifications:user:${userId}`
  const common = { count: SOCKETS, databaseUrl, stream }

  const bare = await startChild<{ url: string }>(new URL('./bare/cable.ts', import.meta.url), {
    databaseUrl,
    channel: BARE_CHANNEL,
    identifier,
  })
  const [ours, bareSockets] = [
    await startSockets({
      ...common,
      url: `${installation.url}/cable?token=${token}`,
      channel: CABLE_CHANNEL,
      subscribe: JSON.stringify({ command: 'subscribe', identifier }),
    }),
    await startSockets({ ...common, url: bare.ready.url, channel: BARE_CHANNEL }),
  ]
  try {
    const measure = async (sockets: typeof ours, messages = 1) => {
      const { milliseconds } = await sockets.request({ messages })
      return (SOCKETS * 1000) / median(milliseconds)
    }
    await measure(ours, WARM_UP_MESSAGES)
    await measure(bareSockets, WARM_UP_MESSAGES)
    const results = await measureAlternately(
      MESSAGES,
      () => measure(ours),
      () => measure(bareSockets),
    )
    return { name: 'broadcast to 2,000 sockets', unit: 'msg/s', ...results, target: 0.7 }
  } finally {
    for (const child of [ours, bareSockets, bare]) child.stop()
  }
}

function startSockets(input: SocketsInput) {
  return startChild<object, SocketsReply>(new URL('./sockets.ts', import.meta.url), input)
}

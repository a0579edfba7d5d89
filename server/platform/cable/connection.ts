import type { WebSocket } from 'ws'
import type { Principal } from '../auth/authenticator.ts'
import type { Ctx } from '../db/context.ts'
import { platformContext } from '../db/transaction.ts'
import { Failure } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'
import type { RequestInfo } from '../kernel/request_info.ts'
import { openBacklog } from './backlog.ts'
import type { Channel, Channels } from './channel.ts'
import { type Command, type DisconnectReason, frames, parseCommand } from './protocol.ts'

const MAX_MALFORMED = 10
const MAX_SUBSCRIPTIONS = 100
// Dropped commands after which the connection is closed.
const MAX_DROPPED = 1000
// A client with this much unread data is disconnected; it reconnects and reloads its data.
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024

/** One WebSocket: its principal and its subscriptions. */
export interface Connection {
  readonly principal: Principal | undefined
  readonly subscriptions: number
  welcome(): Promise<void>
  send(frame: string | Buffer): void
  /** Sends a message of a subscription, after checking that it is still allowed. */
  deliver(identifier: string, frame: Buffer): void
  /** Sends a ping, or rechecks an expired principal. */
  beat(ping: string): void
  /** Rechecks the token and the permissions: disconnects, or ends subscriptions that are no longer allowed. */
  forget(): void
  /** `reconnect` tells clients whether to reconnect; by default this depends on the reason. */
  disconnect(reason: DisconnectReason, reconnect?: boolean): void
  leaveAll(): void
}

/** Stream name → its subscribed connections, each with the identifiers of its subscriptions. */
export type Streams = Map<string, Map<Connection, Set<string>>>

interface Subscription {
  channel: string
  params: Record<string, unknown>
  stream: string
}

interface ConnectionContext {
  platform: Platform
  channels: Channels
  streams: Streams
}

export function openConnection(
  socket: WebSocket,
  { platform, channels, streams }: ConnectionContext,
  token: string,
  info: RequestInfo,
): Connection {
  const subscriptions = new Map<string, Subscription>()
  let principal: Principal | undefined
  let ctx: Ctx | undefined
  let malformed = 0
  let dropped = 0
  let check: Promise<void> | undefined
  // How often the principal was forgotten: in total, and before the current one was requested.
  let forgotten = 0
  let current = 0
  let signedIn: Promise<void> = Promise.resolve()
  const backlog = openBacklog(
    () => signedIn,
    (command) => execute(command).catch((error) => platform.log.error(error, 'cable command')),
  )

  socket.on('message', (data, isBinary) => {
    const command = isBinary ? undefined : parseCommand(data.toString())
    if (!command && ++malformed >= MAX_MALFORMED) return connection.disconnect('invalid_request')
    if (!command) return
    if (!backlog.add(command)) drop(command)
  })
  socket.on('error', () => socket.terminate())

  const connection: Connection = {
    get principal() {
      return principal
    },
    get subscriptions() {
      return subscriptions.size
    },
    welcome() {
      signedIn = signIn()
      return signedIn
    },
    send(frame) {
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) return socket.terminate()
      socket.send(frame, { binary: false })
      platform.metrics.cableSent(1)
    },
    beat(ping) {
      if (isExpired()) void recheckOnce()
      else connection.send(ping)
    },
    deliver(identifier, frame) {
      if (!isExpired()) return connection.send(frame)
      void recheckOnce().then(() => {
        if (!isExpired() && subscriptions.has(identifier)) connection.send(frame)
      })
    },
    forget() {
      forgotten++
      recheck().catch(warn)
    },
    disconnect(reason, reconnect) {
      if (socket.readyState !== socket.OPEN) return
      connection.send(frames.disconnect(reason, reconnect))
      socket.close(1000)
    },
    leaveAll() {
      for (const identifier of subscriptions.keys()) leave(identifier)
    },
  }
  return connection

  /** Whether the principal must be authenticated again. */
  function isExpired() {
    return principal !== undefined && principal.expiresAt <= Date.now()
  }

  async function recheck() {
    if (!(await assumeIdentity())) return
    for (const [identifier, { channel, params, stream }] of subscriptions) {
      if (ctx && (await channels[channel]?.stream(ctx, params)) === stream) continue
      leave(identifier)
      connection.send(frames.reject(identifier))
    }
  }

  /** Concurrent calls share one check. */
  function recheckOnce(): Promise<void> {
    check ??= recheck()
      .catch(warn)
      .finally(() => {
        check = undefined
      })
    return check
  }

  function warn(error: unknown) {
    platform.log.warn(error, 'a live connection could not be checked')
  }

  async function signIn() {
    if (!(await assumeIdentity()) || !principal) return
    const { accountId, tier } = principal
    const wait = await platform.limits.connect({ kind: 'cable', id: '', accountId, tier })
    if (wait) return connection.disconnect('rate_limited')
    connection.send(frames.welcome)
  }

  /** Authenticates the token; if the database does not respond, keeps the current principal until it expires. */
  async function assumeIdentity(): Promise<boolean> {
    const before = forgotten
    try {
      const authenticated = await platform.principals.authenticate(token)
      const { actor, accountId } = authenticated
      if (actor.kind !== 'user' || actor.impersonation || !accountId) {
        throw new Failure('unauthorized')
      }
      principal = authenticated
      current = before
      ctx = platformContext(platform, platform.log, actor, info).inAccount(accountId)
      return true
    } catch (error) {
      if (error instanceof Failure) reject(error)
      else if (!principal || isExpired()) connection.disconnect('service_unavailable')
      else warn(error)
      return false
    }
  }

  /** Clients with an expired token must not reconnect, unless they were connected with it: they fetch a new token first. */
  function reject({ code }: Failure) {
    if (code === 'token_expired') connection.disconnect('token_expired', principal !== undefined)
    else connection.disconnect('unauthorized')
  }

  /** Replies to a command that does not fit into the backlog. After too many of them, the connection is closed. */
  function drop({ command, identifier }: Command) {
    if (++dropped >= MAX_DROPPED) return connection.disconnect('rate_limited')
    if (command === 'unsubscribe') {
      backlog.cancel(identifier)
      return leave(identifier)
    }
    if (command === 'subscribe') return connection.send(frames.reject(identifier))
    const reply = { type: 'error', message: 'Too many commands' }
    connection.send(frames.message(identifier, JSON.stringify(reply)))
  }

  async function execute(command: Command) {
    if (!ctx || socket.readyState !== socket.OPEN) return
    if (command.command === 'subscribe') return subscribe(command)
    if (command.command === 'unsubscribe') return leave(command.identifier)
    await act(command)
  }

  async function subscribe(command: Extract<Command, { command: 'subscribe' }>) {
    const { identifier, channel: name, params } = command
    if (subscriptions.has(identifier)) return connection.send(frames.confirm(identifier))
    if (subscriptions.size >= MAX_SUBSCRIPTIONS) return connection.send(frames.reject(identifier))
    const channel = Object.hasOwn(channels, name) ? channels[name] : undefined
    const stream = channel && (await streamOf(channel, params))
    if (socket.readyState !== socket.OPEN) return
    if (!stream || !ctx) return connection.send(frames.reject(identifier))

    subscriptions.set(identifier, { channel: name, params, stream })
    const listeners = streams.get(stream) ?? new Map<Connection, Set<string>>()
    streams.set(stream, listeners)
    listeners.set(connection, (listeners.get(connection) ?? new Set()).add(identifier))
    connection.send(frames.confirm(identifier))
    const greeting = channel?.greeting?.(ctx, params)
    if (greeting) connection.send(frames.message(identifier, JSON.stringify(greeting)))
  }

  /** The stream by the current permissions: a recheck during the look-up does not know the subscription yet. */
  async function streamOf(channel: Channel, params: Record<string, unknown>) {
    let stream: string | undefined
    let before: number
    do {
      if (current !== forgotten && !(await assumeIdentity())) return undefined
      before = current
      stream = ctx && (await channel.stream(ctx, params))
    } while (before !== forgotten)
    return stream
  }

  function leave(identifier: string) {
    const subscription = subscriptions.get(identifier)
    if (!subscription) return
    subscriptions.delete(identifier)
    const listeners = streams.get(subscription.stream)
    const identifiers = listeners?.get(connection)
    identifiers?.delete(identifier)
    if (identifiers?.size === 0) listeners?.delete(connection)
    if (listeners?.size === 0) streams.delete(subscription.stream)
  }

  /** Permissions are rechecked for each action: they may have changed since the subscription. */
  async function act({ identifier, action, data }: Extract<Command, { command: 'message' }>) {
    await recheck()
    const subscription = subscriptions.get(identifier)
    if (!subscription || !ctx || socket.readyState !== socket.OPEN) return
    const actions = channels[subscription.channel]?.actions ?? {}
    const reply = Object.hasOwn(actions, action)
      ? await actions[action]?.run(ctx, data)
      : { type: 'error', message: `Unknown action: ${action}` }
    connection.send(frames.message(identifier, JSON.stringify(reply)))
  }
}

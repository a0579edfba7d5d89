import type { WebSocket } from 'ws'
import type { Principal } from '../auth/authenticator.ts'
import type { Ctx } from '../db/context.ts'
import { platformContext } from '../db/transaction.ts'
import { Failure } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'
import type { RequestInfo } from '../kernel/request_info.ts'
import { openBacklog } from './backlog.ts'
import type { Channels } from './channel.ts'
import { type Command, type DisconnectReason, frames, parseCommand } from './protocol.ts'

const MAX_MALFORMED = 10
const MAX_SUBSCRIPTIONS = 100
// So many commands may be dropped before the connection is.
const MAX_DROPPED = 1000
// A client this far behind is not reading; it reconnects and refetches.
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024

/** One socket: who it is and what it listens to. */
export interface Connection {
  readonly principal: Principal | undefined
  readonly subscriptions: number
  welcome(): Promise<void>
  send(frame: string | Buffer): void
  /** Sends what somebody subscribed to, once it is known that they still may hear it. */
  deliver(identifier: string, frame: Buffer): void
  /** Sends a ping, or checks anew what has run out. */
  beat(ping: string): void
  /** Asks again what the token allows: disconnects, or leaves what may no longer be heard. */
  recheck(): Promise<void>
  /** `reconnect` says whether clients are to come back, where it differs from what the reason says. */
  disconnect(reason: DisconnectReason, reconnect?: boolean): void
  leaveAll(): void
}

/** Stream name → the connections that hear it, each with the identifiers it subscribed under. */
export type Streams = Map<string, Map<Connection, Set<string>>>

interface Subscription {
  channel: string
  params: Record<string, unknown>
  stream: string
}

interface House {
  platform: Platform
  channels: Channels
  streams: Streams
}

export function openConnection(
  socket: WebSocket,
  { platform, channels, streams }: House,
  token: string,
  info: RequestInfo,
): Connection {
  const subscriptions = new Map<string, Subscription>()
  let principal: Principal | undefined
  let ctx: Ctx | undefined
  let malformed = 0
  let dropped = 0
  let check: Promise<void> | undefined
  let signedIn: Promise<void> = Promise.resolve()
  const backlog = openBacklog(
    () => signedIn,
    (command) => obey(command).catch((error) => platform.log.error(error, 'cable command')),
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
      if (isOver()) void checkAnew()
      else connection.send(ping)
    },
    deliver(identifier, frame) {
      if (!isOver()) return connection.send(frame)
      void checkAnew().then(() => {
        if (!isOver() && subscriptions.has(identifier)) connection.send(frame)
      })
    },
    async recheck() {
      if (!(await assumeIdentity())) return
      for (const [identifier, { channel, params, stream }] of subscriptions) {
        if (ctx && (await channels[channel]?.stream(ctx, params)) === stream) continue
        leave(identifier)
        connection.send(frames.reject(identifier))
      }
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

  /** Whether the time is over for which it is known what may be heard. */
  function isOver() {
    return principal !== undefined && principal.expiresAt <= Date.now()
  }

  /** Asked once, however much arrives meanwhile. */
  function checkAnew(): Promise<void> {
    check ??= connection
      .recheck()
      .catch((error) => platform.log.warn(error, 'a live connection could not be checked'))
      .finally(() => {
        check = undefined
      })
    return check
  }

  async function signIn() {
    if (!(await assumeIdentity()) || !principal) return
    const { accountId, tier } = principal
    const wait = await platform.limits.connect({ kind: 'cable', id: '', accountId, tier })
    if (wait) return connection.disconnect('rate_limited')
    connection.send(frames.welcome)
  }

  /** Becomes whom the token stands for at this moment; without an answer from the database, stays who it was. */
  async function assumeIdentity(): Promise<boolean> {
    try {
      const found = await platform.principals.authenticate(token)
      const { actor, accountId } = found
      if (actor.kind !== 'user' || actor.impersonation || !accountId) {
        throw new Failure('unauthorized')
      }
      principal = found
      ctx = platformContext(platform, platform.log, actor, info).inAccount(accountId)
      return true
    } catch (error) {
      if (error instanceof Failure) turnAway(error)
      else if (!principal || isOver()) connection.disconnect('service_unavailable')
      else platform.log.warn(error, 'a live connection could not be checked')
      return false
    }
  }

  /** With a token that has run out nobody need come again; whoever was in with it fetches another and does. */
  function turnAway({ code }: Failure) {
    if (code === 'token_expired') connection.disconnect('token_expired', principal !== undefined)
    else connection.disconnect('unauthorized')
  }

  /** The answer to a command for which there is no room. Who goes on regardless is cut off. */
  function drop({ command, identifier }: Command) {
    if (++dropped >= MAX_DROPPED) return connection.disconnect('rate_limited')
    if (command === 'unsubscribe') {
      backlog.cancel(identifier)
      return leave(identifier)
    }
    if (command === 'subscribe') return connection.send(frames.reject(identifier))
    const answer = { type: 'error', message: 'Too many commands' }
    connection.send(frames.message(identifier, JSON.stringify(answer)))
  }

  async function obey(command: Command) {
    if (!ctx || socket.readyState !== socket.OPEN) return
    if (command.command === 'subscribe') return subscribe(ctx, command)
    if (command.command === 'unsubscribe') return leave(command.identifier)
    await act(command)
  }

  async function subscribe(ctx: Ctx, command: Extract<Command, { command: 'subscribe' }>) {
    const { identifier, channel: name, params } = command
    if (subscriptions.has(identifier)) return connection.send(frames.confirm(identifier))
    if (subscriptions.size >= MAX_SUBSCRIPTIONS) return connection.send(frames.reject(identifier))
    const channel = Object.hasOwn(channels, name) ? channels[name] : undefined
    const stream = await channel?.stream(ctx, params)
    if (!stream) return connection.send(frames.reject(identifier))

    subscriptions.set(identifier, { channel: name, params, stream })
    const listeners = streams.get(stream) ?? new Map<Connection, Set<string>>()
    streams.set(stream, listeners)
    listeners.set(connection, (listeners.get(connection) ?? new Set()).add(identifier))
    connection.send(frames.confirm(identifier))
    const greeting = channel?.greeting?.(ctx, params)
    if (greeting) connection.send(frames.message(identifier, JSON.stringify(greeting)))
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

  /** Rights are asked for again on each action: the principal may have changed since the subscription. */
  async function act({ identifier, action, data }: Extract<Command, { command: 'message' }>) {
    await connection.recheck()
    const subscription = subscriptions.get(identifier)
    if (!subscription || !ctx || socket.readyState !== socket.OPEN) return
    const actions = channels[subscription.channel]?.actions ?? {}
    const answer = Object.hasOwn(actions, action)
      ? await actions[action]?.run(ctx, data)
      : { type: 'error', message: `Unknown action: ${action}` }
    connection.send(frames.message(identifier, JSON.stringify(answer)))
  }
}

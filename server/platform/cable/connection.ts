import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import type { Principal } from '../auth/principal.ts'
import { type Ctx, platformContext } from '../db/context.ts'
import { Failure } from '../http/fail.ts'
import type { Platform } from '../platform.ts'
import type { Streams } from './cable.ts'
import type { Channels } from './channel.ts'
import { type Command, type DisconnectReason, frames, parseCommand } from './protocol.ts'

const MAX_MALFORMED = 10
const MAX_SUBSCRIPTIONS = 100
const MAX_COMMANDS_PER_SECOND = 20
// A client this far behind is not reading; it reconnects and refetches.
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024

/** One socket: who it is and what it listens to. */
export interface Connection {
  readonly principal: Principal | undefined
  welcome(): Promise<void>
  send(frame: string | Buffer): void
  /** Sends a ping; disconnects when the token has run out. */
  beat(ping: string): void
  /** Asks again whether the token is still good, and disconnects when it is not. */
  recheck(): Promise<void>
  disconnect(reason: DisconnectReason): void
  leaveAll(): void
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
  request: IncomingMessage,
): Connection {
  const subscriptions = new Map<string, { channel: string; stream: string }>()
  let principal: Principal | undefined
  let ctx: Ctx | undefined
  let malformed = 0
  let budget = MAX_COMMANDS_PER_SECOND
  let refilledAt = Date.now()
  // One command at a time, in order, the first of them after the welcome.
  let work: Promise<void> = Promise.resolve()

  socket.on('message', (data, isBinary) => {
    const command = isBinary ? undefined : parseCommand(data.toString())
    if (!command && ++malformed >= MAX_MALFORMED) return connection.disconnect('invalid_request')
    if (!command) return
    if (!withinBudget()) return connection.disconnect('invalid_request')
    work = work
      .then(() => obey(command))
      .catch((error) => platform.log.error(error, 'cable command'))
  })
  socket.on('error', () => socket.terminate())

  const connection: Connection = {
    get principal() {
      return principal
    },
    welcome() {
      work = signIn()
      return work
    },
    send(frame) {
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) return socket.terminate()
      socket.send(frame, { binary: false })
    },
    beat(ping) {
      if (principal && principal.expiresAt <= Date.now())
        return connection.disconnect('unauthorized')
      connection.send(ping)
    },
    async recheck() {
      await platform.principals.authenticate(token).catch((error: unknown) => {
        if (error instanceof Failure) connection.disconnect('unauthorized')
      })
    },
    disconnect(reason) {
      if (socket.readyState !== socket.OPEN) return
      connection.send(frames.disconnect(reason))
      socket.close(1000)
    },
    leaveAll() {
      for (const identifier of subscriptions.keys()) leave(identifier)
    },
  }
  return connection

  async function signIn() {
    try {
      principal = await platform.principals.authenticate(token)
      if (principal.actor.kind !== 'user' || !principal.accountId) throw new Failure('unauthorized')
      const info = {
        id: crypto.randomUUID(),
        ip: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? null,
      }
      ctx = platformContext(platform, platform.log, principal.actor, info).inAccount(
        principal.accountId,
      )
      connection.send(frames.welcome)
    } catch (error) {
      connection.disconnect('unauthorized')
      if (!(error instanceof Failure)) throw error
    }
  }

  async function obey(command: Command) {
    if (!ctx || socket.readyState !== socket.OPEN) return
    if (command.command === 'subscribe') return subscribe(ctx, command)
    if (command.command === 'unsubscribe') return leave(command.identifier)
    await act(ctx, command)
  }

  async function subscribe(ctx: Ctx, command: Extract<Command, { command: 'subscribe' }>) {
    const { identifier, channel: name, params } = command
    if (subscriptions.has(identifier)) return connection.send(frames.confirm(identifier))
    if (subscriptions.size >= MAX_SUBSCRIPTIONS) return connection.disconnect('invalid_request')
    const channel = Object.hasOwn(channels, name) ? channels[name] : undefined
    const stream = await channel?.stream(ctx, params)
    if (!stream) return connection.send(frames.reject(identifier))

    subscriptions.set(identifier, { channel: name, stream })
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
  async function act(ctx: Ctx, command: Extract<Command, { command: 'message' }>) {
    const { identifier, action, data } = command
    const subscription = subscriptions.get(identifier)
    if (!subscription) return
    await connection.recheck()
    const actions = channels[subscription.channel]?.actions ?? {}
    const answer = Object.hasOwn(actions, action)
      ? await actions[action]?.(ctx, data)
      : { type: 'error', message: `Unknown action: ${action}` }
    connection.send(frames.message(identifier, JSON.stringify(answer)))
  }

  function withinBudget() {
    const now = Date.now()
    const refill = ((now - refilledAt) / 1000) * MAX_COMMANDS_PER_SECOND
    budget = Math.min(MAX_COMMANDS_PER_SECOND, budget + refill)
    refilledAt = now
    return --budget >= 0
  }
}

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { bearerOf } from '../auth/principals.ts'
import { CABLE_CHANNEL } from '../channels.ts'
import type { NotifyListener } from '../db/listener.ts'
import { requestInfo } from '../kernel/addresses.ts'
import { type Forget, isAffectedBy } from '../kernel/forget.ts'
import type { Platform } from '../kernel/platform.ts'
import type { RequestInfo } from '../kernel/request_info.ts'
import { type BroadcastNotice, readMessage } from './broadcast.ts'
import type { Channels } from './channel.ts'
import { type Connection, openConnection, type Streams } from './connection.ts'
import {
  frames,
  isCable,
  MAX_FRAME_BYTES,
  PING_SECONDS,
  SUBPROTOCOL,
  tokenProtocol,
} from './protocol.ts'

const CLOSE_GRACE_MS = 1000

/** The WebSocket connections of this process and the streams they subscribe to. */
export interface Cable {
  readonly size: number
  /** Number of subscriptions of all connections. */
  readonly subscriptions: number
  /** Handles an HTTP upgrade of `/cable`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends a message (JSON text) to the subscribers of this process. */
  deliver(stream: string, message: string): void
  /** Rechecks the permissions of affected connections, and disconnects them if they were revoked. */
  forget(whom: Forget): void
  /** Asks all clients to reconnect soon, then closes the remaining connections. */
  close(): void
}

export function createCable(
  platform: Platform,
  channels: Channels,
  listener: NotifyListener,
): Cable {
  const { log, config, database } = platform
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  const connections = new Set<Connection>()
  const sockets = new Set<WebSocket>()
  const streams: Streams = new Map()

  const pings = setInterval(() => {
    const ping = frames.ping(Math.floor(Date.now() / 1000))
    for (const connection of connections) connection.beat(ping)
  }, PING_SECONDS * 1000).unref()

  // Keeps the order of arrival, even if a large message must be read from the database first.
  let delivery = Promise.resolve()
  function onNotice(payload: string) {
    const notice = JSON.parse(payload) as BroadcastNotice
    delivery = delivery.then(async () => {
      if (!streams.has(notice.stream)) return
      const message = await readMessage(database, notice)
      if (message !== undefined) cable.deliver(notice.stream, message)
    })
    delivery = delivery.catch((error) => log.error(error, 'broadcast lost'))
  }
  listener.on(CABLE_CHANNEL, onNotice)
  platform.redis?.subscribe(CABLE_CHANNEL, onNotice)

  async function accept(socket: WebSocket, token: string, info: RequestInfo) {
    const connection = openConnection(socket, { platform, channels, streams }, token, info)
    connections.add(connection)
    sockets.add(socket)
    socket.once('close', () => {
      connections.delete(connection)
      sockets.delete(socket)
      connection.leaveAll()
    })
    await connection.welcome()
  }

  const cable: Cable = {
    get size() {
      return connections.size
    },
    get subscriptions() {
      let count = 0
      for (const connection of connections) count += connection.subscriptions
      return count
    },
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      const refuse = (status: string, header = '') => {
        socket.once('finish', () => socket.destroy())
        socket.end(`HTTP/1.1 ${status}\r\n${header}content-length: 0\r\nconnection: close\r\n\r\n`)
      }
      const { url = '' } = request
      if (!isCable(url) || !originAllowed(request, config)) return refuse('404 Not Found')
      const token = tokenOf(url, request)
      // Live events are for users; keys are refused.
      if (platform.principals.isKey(token, request.headers)) {
        return refuse('403 Forbidden')
      }
      const info = requestInfo(request, crypto.randomUUID(), config.TRUST_PROXY)
      const admitted = platform.limits.connect({ kind: 'cable_address', id: info.ip })
      admitted
        .then((wait) => {
          if (wait) return refuse('429 Too Many Requests', `retry-after: ${wait}\r\n`)
          server.handleUpgrade(request, socket, head, (ws) => {
            accept(ws, token, info).catch((error) => {
              log.error(error, 'cable connection failed')
              ws.terminate()
            })
          })
        })
        .catch((error) => {
          log.error(error, 'cable connection failed')
          socket.destroy()
        })
    },
    deliver(stream, message) {
      const framesByIdentifier = new Map<string, Buffer>()
      for (const [connection, identifiers] of streams.get(stream) ?? []) {
        for (const identifier of identifiers) {
          let frame = framesByIdentifier.get(identifier)
          if (!frame) {
            frame = Buffer.from(frames.message(identifier, message))
            framesByIdentifier.set(identifier, frame)
          }
          connection.deliver(identifier, frame)
        }
      }
    },
    forget(whom) {
      const isAffected = isAffectedBy(whom)
      for (const connection of connections) {
        // A token that is still being looked up is looked up again by `principals`.
        if (connection.principal && isAffected(connection.principal)) connection.forget()
      }
    },
    close() {
      clearInterval(pings)
      for (const connection of connections) connection.disconnect('server_restart')
      setTimeout(() => {
        for (const socket of sockets) socket.terminate()
      }, CLOSE_GRACE_MS).unref()
    },
  }
  return cable
}

/** The token of a caller: in a subprotocol, as browsers can send it unseen, in the query, or as a bearer token. */
function tokenOf(url: string, request: IncomingMessage) {
  const offered = tokenProtocol(request.headers['sec-websocket-protocol'])
  if (offered !== undefined) return offered
  const queryToken = new URLSearchParams(url.split('?')[1]).get('token')
  if (queryToken !== null) return queryToken
  try {
    return bearerOf(request) ?? ''
  } catch {
    return '' // refused like any invalid token
  }
}

/** Browsers send the origin of the page, which must be ours or allowed by CORS. Other clients send none. */
function originAllowed({ headers }: IncomingMessage, config: Platform['config']) {
  const { origin, host } = headers
  if (!origin || origin === config.publicUrl || config.CORS_ORIGINS.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

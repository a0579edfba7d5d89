/**
 * The ActionCable wire protocol (`actioncable-v1-json`), without sockets: parses received frames into a `Command` and
 * builds the frames to send.
 */
export const SUBPROTOCOL = 'actioncable-v1-json'
const TOKEN_PROTOCOL = 'anycable-token.'
export const PING_SECONDS = 3
export const MAX_FRAME_BYTES = 64 * 1024

export type DisconnectReason =
  | 'unauthorized'
  | 'token_expired'
  | 'invalid_request'
  | 'rate_limited'
  | 'server_restart'
  | 'service_unavailable'

/** Whether a request target, which is unvalidated input, is the path of live events. */
export const isCable = (target: string): boolean => target.split('?', 1)[0] === '/cable'

/**
 * The token that a client offers as the subprotocol `anycable-token.…`. Unlike the query, it appears neither in the
 * console of a browser nor in the log of a proxy.
 */
export function tokenProtocol(header: string | undefined): string | undefined {
  const offered = header?.split(',').map((name) => name.trim())
  return offered?.find((name) => name.startsWith(TOKEN_PROTOCOL))?.slice(TOKEN_PROTOCOL.length)
}

/** After these, clients reconnect automatically, with increasing delays. */
const reconnectReasons: DisconnectReason[] = [
  'token_expired',
  'rate_limited',
  'server_restart',
  'service_unavailable',
]

/** A command of a client. `identifier` is echoed byte for byte. */
export type Command =
  | { command: 'subscribe'; identifier: string; channel: string; params: Record<string, unknown> }
  | { command: 'unsubscribe'; identifier: string }
  | { command: 'message'; identifier: string; action: string; data: Record<string, unknown> }

export const frames = {
  welcome: '{"type":"welcome"}',
  ping: (unixSeconds: number) => `{"type":"ping","message":${unixSeconds}}`,
  confirm: (identifier: string) => JSON.stringify({ identifier, type: 'confirm_subscription' }),
  reject: (identifier: string) => JSON.stringify({ identifier, type: 'reject_subscription' }),
  /** `message` is JSON text, serialised once for all subscribers. */
  message: (identifier: string, message: string) =>
    `{"identifier":${JSON.stringify(identifier)},"message":${message}}`,
  disconnect: (reason: DisconnectReason, reconnect = reconnectReasons.includes(reason)) =>
    JSON.stringify({ type: 'disconnect', reason, reconnect }),
}

/** Parses one text frame; undefined if it is malformed. */
export function parseCommand(text: string): Command | undefined {
  const frame = parseObject(text)
  const identifier = frame?.identifier
  if (typeof identifier !== 'string') return undefined
  switch (frame?.command) {
    case 'subscribe': {
      const { channel, ...params } = parseObject(identifier) ?? {}
      return typeof channel === 'string'
        ? { command: 'subscribe', identifier, channel, params }
        : undefined
    }
    case 'unsubscribe':
      return { command: 'unsubscribe', identifier }
    case 'message': {
      const data = typeof frame.data === 'string' ? parseObject(frame.data) : undefined
      if (!data) return undefined
      return { command: 'message', identifier, action: String(data.action ?? ''), data }
    }
    default:
      return undefined
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return value && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

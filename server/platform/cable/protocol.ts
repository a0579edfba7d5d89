/**
 * The ActionCable wire protocol (`actioncable-v1-json`): frames in, frames out, no sockets. A connection turns
 * what it received into a `Command` and writes the frames built here.
 */
export const SUBPROTOCOL = 'actioncable-v1-json'
export const PING_SECONDS = 3
export const MAX_FRAME_BYTES = 64 * 1024

export type DisconnectReason =
  | 'unauthorized'
  | 'token_expired'
  | 'invalid_request'
  | 'rate_limited'
  | 'server_restart'
  | 'service_unavailable'

/** Whether the target of a request is the address of live events; it may be anything that a client sends. */
export const isCable = (target: string): boolean => target.split('?', 1)[0] === '/cable'

/** Clients come back by themselves, each a while later than the last time. */
const comesBack: DisconnectReason[] = [
  'token_expired',
  'rate_limited',
  'server_restart',
  'service_unavailable',
]

/** What a client may send. `identifier` is echoed byte for byte. */
export type Command =
  | { command: 'subscribe'; identifier: string; channel: string; params: Record<string, unknown> }
  | { command: 'unsubscribe'; identifier: string }
  | { command: 'message'; identifier: string; action: string; data: Record<string, unknown> }

export const frames = {
  welcome: '{"type":"welcome"}',
  ping: (unixSeconds: number) => `{"type":"ping","message":${unixSeconds}}`,
  confirm: (identifier: string) => JSON.stringify({ identifier, type: 'confirm_subscription' }),
  reject: (identifier: string) => JSON.stringify({ identifier, type: 'reject_subscription' }),
  /** `message` is JSON text already, written once however many subscribers there are. */
  message: (identifier: string, message: string) =>
    `{"identifier":${JSON.stringify(identifier)},"message":${message}}`,
  disconnect: (reason: DisconnectReason, reconnect = comesBack.includes(reason)) =>
    JSON.stringify({ type: 'disconnect', reason, reconnect }),
}

/** Reads one text frame; undefined when it is malformed. */
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

import { WebSocket } from 'ws'
import { until } from './until.ts'

export interface Frame {
  type?: string
  identifier?: string
  message?: unknown
  reason?: string
  reconnect?: boolean
}

/** A bare WebSocket to `/cable` that remembers every frame. */
export interface Socket {
  frames: Frame[]
  protocol: string
  /** The close code, once it is closed. */
  closed(): number | undefined
  send(frame: unknown): void
  subscribe(identifier: string): void
  /** The first frame, past or to come, of which `condition` holds. */
  frame(condition: (frame: Frame) => boolean, what: string): Promise<Frame>
  close(): void
}

interface Options {
  token?: string
  protocols?: string[]
  headers?: Record<string, string>
}

/** Settles when the upgrade is done; rejects when it is refused. */
export function openSocket(url: string, { token, protocols = [], headers = {} }: Options = {}) {
  const query = token === undefined ? '' : `?token=${encodeURIComponent(token)}`
  const socket = new WebSocket(`${cableUrl(url)}${query}`, protocols, { headers })
  const frames: Frame[] = []
  let code: number | undefined
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as Frame))
  socket.on('close', (status) => {
    code = status
  })
  const send = (frame: unknown) =>
    socket.send(
      typeof frame === 'string' || frame instanceof Buffer ? frame : JSON.stringify(frame),
    )
  return new Promise<Socket>((done, fail) => {
    socket.on('error', fail)
    socket.once('open', () =>
      done({
        frames,
        protocol: socket.protocol,
        closed: () => code,
        send,
        subscribe: (identifier) => send({ command: 'subscribe', identifier }),
        frame: (condition, what) => until(() => frames.find(condition), what),
        close: () => socket.terminate(),
      }),
    )
  })
}

export function cableUrl(url: string): string {
  return `${url.replace('http', 'ws')}/cable`
}

/** The reason the server gave for hanging up, once it has. */
export async function closeReason(socket: Socket): Promise<Frame> {
  const frame = await socket.frame(({ type }) => type === 'disconnect', 'the server hung up')
  await until(() => socket.closed() !== undefined, 'the socket closed')
  return frame
}

import { WebSocket } from 'ws'
import { until } from './until.ts'

export interface Frame {
  type?: string
  identifier?: string
  message?: unknown
  reason?: string
  reconnect?: boolean
}

/** A WebSocket to `/cable` that records every frame. */
export interface Socket {
  frames: Frame[]
  protocol: string
  /** The close code, once it is closed. */
  closed(): number | undefined
  send(frame: unknown): void
  subscribe(identifier: string): void
  /** Waits for the first frame for which `condition` holds. */
  frame(condition: (frame: Frame) => boolean, description: string): Promise<Frame>
  close(): void
}

interface Options {
  token?: string
  protocols?: string[]
  headers?: Record<string, string>
}

/** Resolves when the connection is open; rejects if the upgrade is refused. */
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
        frame: (condition, description) => until(() => frames.find(condition), description),
        close: () => socket.terminate(),
      }),
    )
  })
}

export function cableUrl(url: string): string {
  return `${url.replace('http', 'ws')}/cable`
}

/** Waits until the server closes the connection; returns its `disconnect` frame. */
export async function closeReason(socket: Socket): Promise<Frame> {
  const frame = await socket.frame(({ type }) => type === 'disconnect', 'the server disconnected')
  await until(() => socket.closed() !== undefined, 'the socket closed')
  return frame
}

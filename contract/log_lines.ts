import { type Static, Type } from 'typebox'
import { sanitizeText, sanitizeTexts } from './text.ts'

const FLUSH_MS = 500
/** How many lines are buffered while the server is not reachable, and how many one process may send per minute. */
const MAX_BUFFERED_LINES = 500
const MAX_LINES_PER_MINUTE = 600
/** A batch that fails this many times, over about ten seconds, is dropped. */
const MAX_ATTEMPTS = 20
const MAX_MESSAGE = 1000
const MAX_METADATA = 8000
/** Characters per batch: a request can have 1 MiB, and a character up to four bytes. */
const MAX_BATCH_CHARACTERS = 200_000

const levels = { 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' } as const

export const logLevels = Object.values(levels)

/** A log line as it is sent and stored. */
export const LogLine = Type.Object(
  {
    level: Type.Unsafe<(typeof logLevels)[number]>({
      type: 'string',
      enum: logLevels,
      description: 'Severity',
      examples: ['warn'],
    }),
    message: Type.String({
      maxLength: MAX_MESSAGE,
      description: 'What happened',
      examples: ['job failed'],
    }),
    metadata: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
      maxProperties: 100,
      description: 'Other fields of the line',
      examples: [{ ms: 12 }],
    }),
    logged_at: Type.String({
      format: 'date-time',
      description: 'When it was written',
      examples: ['2026-11-23T09:30:00.000Z'],
    }),
  },
  { additionalProperties: false },
)

export type LogLine = Static<typeof LogLine>

/** A pino destination in addition to the ordinary one. */
export interface LogSink {
  write(line: string): void
  /** Sends the buffered lines, then stops. */
  close(): Promise<void>
}

/**
 * Sends log lines from level `info` in batches, except the line of each request. Lines that cannot be delivered in time
 * are dropped; the ordinary log has them.
 */
export function createLogSink(
  handOver: (lines: LogLine[]) => Promise<void>,
): LogSink & { lastLevel: number; lastMsg: string } {
  let buffer: LogLine[] = []
  let minute = 0
  let linesThisMinute = 0
  let attempts = 0
  let flushing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => void flush(), FLUSH_MS).unref()

  const sink = {
    // pino sets level and message of each line here before it writes the line.
    [Symbol.for('pino.metadata')]: true,
    lastLevel: 0,
    lastMsg: '',
    write(line: string) {
      if (sink.lastLevel < 30 || sink.lastMsg === 'request') return
      const now = Math.floor(Date.now() / 60_000)
      if (now !== minute) [minute, linesThisMinute] = [now, 0]
      if (++linesThisMinute > MAX_LINES_PER_MINUTE || buffer.length >= MAX_BUFFERED_LINES) return
      buffer.push(lineOf(line))
    },
    async close() {
      clearInterval(timer)
      do await flush()
      while (buffer.length > 0 && attempts === 0)
    },
  }
  return sink

  function flush() {
    flushing = flushing.then(async () => {
      const lines = buffer.splice(0, countFitting(buffer))
      if (lines.length === 0) return
      try {
        await handOver(lines)
        attempts = 0
      } catch {
        attempts = (attempts + 1) % MAX_ATTEMPTS
        if (attempts > 0) buffer = [...lines, ...buffer].slice(0, MAX_BUFFERED_LINES)
      }
    })
    return flushing
  }
}

/** How many of the first lines fit into one request; at least one. */
function countFitting(lines: LogLine[]): number {
  let left = MAX_BATCH_CHARACTERS
  const firstExcess = lines.findIndex((line) => {
    left -= JSON.stringify(line).length
    return left < 0
  })
  return firstExcess < 0 ? lines.length : Math.max(1, firstExcess)
}

function lineOf(text: string): LogLine {
  const { level, time, pid: _, hostname: __, name: ___, msg, ...rest } = JSON.parse(text)
  const metadata = sanitizeTexts(rest, MAX_METADATA) as LogLine['metadata']
  const json = JSON.stringify(metadata)
  return {
    level: levels[Math.min(60, Math.floor(level / 10) * 10) as keyof typeof levels],
    message: sanitizeText(String(msg ?? rest.err?.message ?? ''), MAX_MESSAGE),
    metadata:
      json.length > MAX_METADATA ? { shortened: sanitizeText(json, MAX_METADATA) } : metadata,
    logged_at: new Date(time).toISOString(),
  }
}

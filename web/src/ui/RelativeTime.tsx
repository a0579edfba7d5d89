import { useSyncExternalStore } from 'react'

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]
const formatter = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

export const exactUtc = (at: string) =>
  `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

/** "5 minutes ago", updated while shown, with the exact UTC time on hover. */
export function RelativeTime({ at, never = 'Never' }: { at: string | null; never?: string }) {
  const now = useSyncExternalStore(subscribe, () => clock)
  if (!at) return <span>{never}</span>
  return (
    <time dateTime={at} title={exactUtc(at)}>
      {phrase((Date.parse(at) - now) / 1000)}
    </time>
  )
}

function phrase(seconds: number) {
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return formatter.format(Math.round(seconds / size), unit)
  }
  // The clock may lag by one tick, so a time less than a tick ahead is not in the future.
  return seconds > TICK_MS / 1000 ? 'in a moment' : 'just now'
}

// One clock for every time on the page, which ticks only while one is shown.
const TICK_MS = 20_000
const listeners = new Set<() => void>()
let clock = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, TICK_MS)
  tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick() {
  clock = Date.now()
  for (const listener of listeners) listener()
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]
const formatter = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** The clocks of server and browser may differ by as much, so a time this close ahead is not in the future. */
const CLOCKS_DIFFER = 2

/** "5 minutes ago", "just now", "in 20 s", "in 3 days". */
export function relativePhrase(at: number, now: number): string {
  const seconds = (at - now) / 1000
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return formatter.format(Math.round(seconds / size), unit)
  }
  return seconds >= CLOCKS_DIFFER ? `in ${Math.floor(seconds)} s` : 'just now'
}

const local = new Intl.DateTimeFormat('en', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** "2026-11-26 13:02:05 UTC" */
export const exactUtc = (at: string) =>
  `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

/** The exact time in UTC and, where it differs, in the browser's time zone. */
export function exactTime(at: string): string {
  const date = new Date(at)
  if (date.getTimezoneOffset() === 0) return exactUtc(at)
  return `${exactUtc(at)} (${local.format(date)} your time)`
}

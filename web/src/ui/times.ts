const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const hourOfWeek = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const date = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })
type When = string | number

/** "Nov 26", the day in UTC. */
export const formatDay = (at: When) => day.format(new Date(at))

/** "November 26, 2026", the day in UTC. */
export const formatDate = (at: When) => date.format(new Date(at))

/** "14:02", in the browser's time zone. */
export const formatClock = (at: When) => clock.format(new Date(at))

/** A point on the time axis of a chart: "14:02" within a day, "Thu, 14:00" within a week, else "Nov 26" (UTC). */
export function formatStep(at: When, range: string): string {
  if (range.endsWith('h')) return formatClock(at)
  return range === '7d' ? hourOfWeek.format(new Date(at)) : formatDay(at)
}

/** From when data exists: "14:02 today", "Nov 26". */
export function formatSince(at: When, now = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return isToday ? `${formatClock(at)} today` : formatDay(at)
}

import { formatNoun, formatPercent, formatSeconds } from '~/ui/format'
import { stateOptions } from '~/ui/list/state'
import { formatSince } from '~/ui/times'
import type { Service } from './queries'

export const serviceStateOptions = stateOptions('up', 'degraded', 'down', 'unknown', 'paused')

export const installationParts: { value: NonNullable<Service['part']>; label: string }[] = [
  { value: 'database', label: 'Database' },
  { value: 'queue', label: 'Job queue' },
  { value: 'worker', label: 'Workers' },
  { value: 'mail', label: 'Email' },
  { value: 'redis', label: 'Redis' },
  { value: 'disk', label: 'Disk' },
]

/** "99.95%": two decimals, as a day has 86,400 seconds; a dash without checks. */
export const uptimePercent = (rate: number | null) => formatPercent(rate, 2)

/** The uptime of a period, or of the shorter time in which there were checks: "99.95%", "100% in 9 min". */
export function uptimeIn(
  days: number,
  rate: number | null,
  since: string | null,
  now = Date.now(),
): string {
  const seconds = since ? (now - Date.parse(since)) / 1000 : 0
  if (rate === null || seconds >= (days - 1 / 24) * 86_400) return uptimePercent(rate)
  return `${uptimePercent(rate)} in ${formatSeconds(seconds)}`
}

/** From when the bars of these days show something: "90 days ago", "Since 14:02 today". */
export function historyStart(
  days: { date: string }[],
  since: string | null,
  now = Date.now(),
): string {
  if (!since) return 'Not checked yet'
  const covered = since.slice(0, 10) <= (days[0]?.date ?? '')
  return covered ? `${days.length} days ago` : `Since ${formatSince(since, now)}`
}

const units = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const

/** "30 seconds", "90 seconds", "5 minutes", "1 day": the largest unit that fits. */
export function durationText(seconds: number): string {
  const fits = ([size]: (typeof units)[number]) => seconds >= 2 * size || seconds === size
  const [size, unit] = units.find(fits) ?? [1, 'second']
  return formatNoun(Math.round(seconds / size), unit)
}

/** The checked target, in one line. */
export function checkTarget({ check_type, method, url, host, port, part }: Service): string {
  if (check_type === 'http') return `${method} ${url}`
  if (check_type === 'tcp') return `${host}:${port}`
  return `${installationParts.find(({ value }) => value === part)?.label} of this installation`
}

/** The duration of an incident, up to now if it is open. */
export function incidentDuration(incident: {
  started_at: string
  ended_at: string | null
}): string {
  const end = incident.ended_at ? Date.parse(incident.ended_at) : Date.now()
  return durationText(Math.max(0, Math.round((end - Date.parse(incident.started_at)) / 1000)))
}

import { stateOptions } from '~/ui/list/state'
import type { Service } from './queries'

export const serviceStateOptions = stateOptions('up', 'degraded', 'down', 'unknown', 'paused')

export const installationParts: { value: NonNullable<Service['part']>; label: string }[] = [
  { value: 'database', label: 'Database' },
  { value: 'queue', label: 'Job queue' },
  { value: 'worker', label: 'Workers' },
  { value: 'mail', label: 'Mail' },
  { value: 'redis', label: 'Redis' },
  { value: 'disk', label: 'Disk' },
]

/** Rounds down, so that 100% is shown only when exact; a dash without checks. */
export const uptimePercent = (rate: number | null) =>
  rate === null ? '–' : `${(Math.floor(rate * 100) / 100).toLocaleString('en')}%`

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
  return pluralize(Math.round(seconds / size), unit)
}

export const pluralize = (count: number, unit: string) =>
  `${count} ${unit}${count === 1 ? '' : 's'}`

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

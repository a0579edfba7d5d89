import type { Metric } from './queries'

const units: Record<Metric['unit'], string> = {
  count: '',
  seconds: ' s',
  milliseconds: ' ms',
  percent: ' %',
}

/** A figure as people read it, such as `95 %`; a dash where there is none. */
export function figure(value: number | null, unit: Metric['unit'] = 'count'): string {
  if (value === null) return '–'
  return `${value.toLocaleString('en', { maximumFractionDigits: 1 })}${units[unit]}`
}

export const minutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`)

/** What a rule watches for: "Jobs given up above 0 for 5 minutes". */
export function watched(
  rule: { metric: string; condition: string; threshold: number; for_minutes?: number },
  metrics: Metric[] = [],
): string {
  const metric = metrics.find(({ name }) => name === rule.metric)
  const bound = figure(rule.threshold, metric?.unit)
  const lasting = rule.for_minutes ? ` for ${minutes(rule.for_minutes)}` : ''
  return `${metric?.label ?? rule.metric} ${rule.condition} ${bound}${lasting}`
}

import type { AlertMetric } from './queries'

const units: Record<AlertMetric['unit'], string> = {
  count: '',
  seconds: ' s',
  milliseconds: ' ms',
  percent: ' %',
}

/** A figure as people read it, such as `95 %`; a dash where there is none. */
export function formatMetric(value: number | null, unit: AlertMetric['unit'] = 'count'): string {
  if (value === null) return '–'
  return `${value.toLocaleString('en', { maximumFractionDigits: 1 })}${units[unit]}`
}

export const formatMinutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`)

/** What a rule watches for: "Jobs given up above 0 for 5 minutes". */
export function describeCondition(
  rule: { metric: string; condition: string; threshold: number; for_minutes?: number },
  metrics: AlertMetric[] = [],
): string {
  const metric = metrics.find(({ name }) => name === rule.metric)
  const bound = formatMetric(rule.threshold, metric?.unit)
  const lasting = rule.for_minutes ? ` for ${formatMinutes(rule.for_minutes)}` : ''
  return `${metric?.label ?? rule.metric} ${rule.condition} ${bound}${lasting}`
}

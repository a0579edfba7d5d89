import type { AlertMetric } from './queries'

const units: Record<AlertMetric['unit'], string> = {
  count: '',
  seconds: ' s',
  milliseconds: ' ms',
  percent: '%',
}

/** A value with its unit, such as "95%"; a dash for null. */
export function formatMetric(value: number | null, unit: AlertMetric['unit'] = 'count'): string {
  if (value === null) return '–'
  return `${value.toLocaleString('en', { maximumFractionDigits: 1 })}${units[unit]}`
}

export const formatMinutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`)

/** The condition of a rule, such as "Dead letters above 0 for 5 minutes". */
export function describeCondition(
  rule: { metric: string; condition: string; threshold: number; for_minutes?: number },
  metrics: AlertMetric[] = [],
): string {
  const metric = metrics.find(({ name }) => name === rule.metric)
  const bound = formatMetric(rule.threshold, metric?.unit)
  const duration = rule.for_minutes ? ` for ${formatMinutes(rule.for_minutes)}` : ''
  return `${metric?.label ?? rule.metric} ${rule.condition} ${bound}${duration}`
}

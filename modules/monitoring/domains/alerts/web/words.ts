import {
  formatDecimal,
  formatMilliseconds,
  formatNoun,
  formatPercent,
  formatSeconds,
} from '~/ui/format'
import type { AlertMetric } from './queries'

const formats: Record<AlertMetric['unit'], (value: number) => string> = {
  count: formatDecimal,
  seconds: formatSeconds,
  milliseconds: formatMilliseconds,
  percent: formatPercent,
}

/** A value with its unit, such as "95%"; a dash for null. */
export function formatMetric(value: number | null, unit: AlertMetric['unit'] = 'count'): string {
  return value === null ? '–' : formats[unit](value)
}

export const formatMinutes = (count: number) => formatNoun(count, 'minute')

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

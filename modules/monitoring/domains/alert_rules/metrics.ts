import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, pageOfRows } from '@powernode/server/platform/http/paging.ts'
import { Choice, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { type Metric, metricNames, metrics } from '@powernode/server/platform/metrics.ts'
import { type Static, Type } from 'typebox'
import { Condition } from '../alerts/alert.ts'

export const metricOf = (name: string): Metric => metrics[name] as Metric
export const isMetric = (name: string) => Object.hasOwn(metrics, name)

export const AlertRuleMetric = Shape('AlertRuleMetric', {
  name: Choice(metricNames, 'A metric that rules can use'),
  label: Text(100, { description: 'Display name', examples: ['Jobs waiting'] }),
  description: Text(200, { description: 'Description' }),
  unit: Choice(['count', 'seconds', 'milliseconds', 'percent'], 'Unit'),
})

const Threshold = Type.Number({
  minimum: -1e12,
  maximum: 1e12,
  description: 'Threshold, in the unit of the metric',
  examples: [0],
})

/** The condition of a rule. */
export const WatchedMetric = {
  metric: AlertRuleMetric.properties.name,
  condition: Condition,
  threshold: Threshold,
}

/** Every metric, by name. */
export function listMetrics(page: PageRequest) {
  const names = metricNames.toSorted()
  if (page.sort.descending) names.reverse()
  const rows = names.map((name): Static<typeof AlertRuleMetric> => {
    const { label, description, unit } = metricOf(name)
    return { name, label, description, unit }
  })
  return pageOfRows(rows, page)
}

/** The current values. A metric that cannot be read is left out and logged. */
export async function readMetrics(ctx: PlatformCtx, names: Iterable<string>) {
  const knownNames = [...new Set(names)].filter(isMetric)
  const values = new Map<string, number>()
  for (const name of knownNames) {
    try {
      values.set(name, await metricOf(name).read(ctx))
    } catch (error) {
      ctx.log.warn({ metric: name, reason: (error as Error).message }, 'cannot read a metric')
    }
  }
  return values
}

const units = { count: '', seconds: ' seconds', milliseconds: ' ms', percent: ' %' }

/** A value with its unit for display: `95 %`. */
export function inUnit(name: string, value: number): string {
  return `${value.toLocaleString('en', { maximumFractionDigits: 1 })}${units[metricOf(name).unit]}`
}

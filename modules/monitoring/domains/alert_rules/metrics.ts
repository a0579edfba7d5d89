import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, pageOfRows } from '@powernode/server/platform/http/paging.ts'
import { Choice, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { type Metric, metricNames, metrics } from '@powernode/server/platform/metrics.ts'
import { type Static, Type } from 'typebox'
import { Condition } from '../alerts/alert.ts'

export const metricOf = (name: string): Metric => metrics[name] as Metric
export const isMetric = (name: string) => Object.hasOwn(metrics, name)

export const MetricKind = Shape('AlertRuleMetric', {
  name: Choice(metricNames, 'A figure that a rule can watch'),
  label: Text(100, { description: 'What people call it', examples: ['Jobs waiting'] }),
  description: Text(200, { description: 'What it counts' }),
  unit: Choice(['count', 'seconds', 'milliseconds', 'percent'], 'What it is counted in'),
})

const Bound = Type.Number({
  minimum: -1e12,
  maximum: 1e12,
  description: 'The bound, in the unit of the metric',
  examples: [0],
})

/** What a rule watches for. */
export const WatchedMetric = {
  metric: MetricKind.properties.name,
  condition: Condition,
  threshold: Bound,
}

/** Every figure, by name. */
export function listMetrics(page: PageRequest) {
  const names = metricNames.toSorted()
  if (page.sort.descending) names.reverse()
  const rows = names.map((name): Static<typeof MetricKind> => {
    const { label, description, unit } = metricOf(name)
    return { name, label, description, unit }
  })
  return pageOfRows(rows, page)
}

/** The figures now. One that cannot be read is left out, and the log says why. */
export async function readMetrics(ctx: PlatformCtx, names: Iterable<string>) {
  const known = [...new Set(names)].filter(isMetric)
  const values = new Map<string, number>()
  for (const name of known) {
    try {
      values.set(name, await metricOf(name).read(ctx))
    } catch (error) {
      ctx.log.warn({ metric: name, reason: (error as Error).message }, 'cannot read a metric')
    }
  }
  return values
}

const units = { count: '', seconds: ' seconds', milliseconds: ' ms', percent: ' %' }

/** A value as people read it: `95 %`. */
export function inUnit(name: string, value: number): string {
  return `${value.toLocaleString('en', { maximumFractionDigits: 1 })}${units[metricOf(name).unit]}`
}

import { requireUnusedNames } from '@powernode/contract/taken.ts'
import type { RawBuilder } from 'kysely'
import type { PlatformCtx } from './db/context.ts'
import { HOUR_MS } from './kernel/time.ts'

/** A metric of the installation. */
export interface Metric {
  label: string
  description: string
  unit: 'count' | 'seconds' | 'milliseconds' | 'percent'
  /** One indexed query, or a read from memory. */
  read(ctx: PlatformCtx): Promise<number>
}

/** All metrics. */
export const metrics: Record<string, Metric> = {}
export const metricNames: string[] = []

/** Registers the metrics of a domain; throws if a name is already registered. */
export function addMetrics(more: Record<string, Metric>): void {
  requireUnusedNames('metric', more, metrics)
  Object.assign(metrics, more)
  metricNames.push(...Object.keys(more))
}

export const hourAgo = (ctx: PlatformCtx) => new Date(ctx.now().getTime() - HOUR_MS)

/** The `value` of a query across all accounts. */
export async function queryMetric(ctx: PlatformCtx, query: RawBuilder<unknown>): Promise<number> {
  const db = ctx.acrossAccounts({ because: 'metrics of the whole server' })
  const { rows } = await (query as RawBuilder<{ value: number }>).execute(db)
  return rows[0]?.value ?? 0
}

import { requireUnusedNames } from '@powernode/contract/taken.ts'
import type { RawBuilder } from 'kysely'
import type { PlatformCtx } from './db/context.ts'
import { HOUR_MS } from './kernel/time.ts'

/** A figure of the installation that can be watched. */
export interface Metric {
  label: string
  description: string
  unit: 'count' | 'seconds' | 'milliseconds' | 'percent'
  /** One indexed query, or a look into memory. */
  read(ctx: PlatformCtx): Promise<number>
}

/** Every figure there is. */
export const metrics: Record<string, Metric> = {}
export const metricNames: string[] = []

/** Takes in the figures of a domain; throws where a name is taken. */
export function addMetrics(more: Record<string, Metric>): void {
  requireUnusedNames('metric', more, metrics)
  Object.assign(metrics, more)
  metricNames.push(...Object.keys(more))
}

export const hourAgo = (ctx: PlatformCtx) => new Date(ctx.now().getTime() - HOUR_MS)

/** The `value` of a query over the rows of every account. */
export async function figure(ctx: PlatformCtx, query: RawBuilder<unknown>): Promise<number> {
  const everywhere = ctx.acrossAccounts({ because: 'figures of the whole server' })
  const { rows } = await (query as RawBuilder<{ value: number }>).execute(everywhere)
  return rows[0]?.value ?? 0
}

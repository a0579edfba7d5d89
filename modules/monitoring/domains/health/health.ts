import { setTimeout as sleep } from 'node:timers/promises'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { error, type Probe } from '@powernode/server/platform/health.ts'
import {
  assembled,
  Choice,
  Count,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { probes } from '@powernode/server/platform/module.ts'
import { type Static, Type } from 'typebox'

const PROBE_MS = 2000

const Status = Choice(['healthy', 'warning', 'error'], 'Status')

const Part = Shape('HealthPart', {
  status: Status,
  latency_ms: Count('Duration of the check', [2]),
  reason: Nullable(Text(500, { description: 'What is wrong, and how to fix it' })),
})

const Whole = Shape({
  status: Type.Unsafe<Static<typeof Status>>({
    ...Status,
    description: 'Status of the worst part',
  }),
  checked_at: Time('When this was checked'),
})

type Parts = Record<string, Static<typeof Part>>

/** The health of the installation and of each part that a domain checks. */
export const SystemHealth = assembled<Static<typeof Whole> & Parts>('SystemHealth', () => {
  const parts = Object.keys(probes()).map((name) => [name, Part])
  return Shape({ ...Whole.properties, ...Object.fromEntries(parts) })
})

/** Checks all parts concurrently, for two seconds at most. */
export async function readSystemHealth(ctx: PlatformCtx) {
  const entries = Object.entries(probes()).map(async ([name, probe]) => {
    return [name, await checkPart(ctx, probe)] as const
  })
  const found = await Promise.all(entries)
  const worst = (['error', 'warning', 'healthy'] as const).find((status) =>
    found.some(([, part]) => part.status === status),
  )
  return {
    ...Object.fromEntries(found),
    status: worst ?? 'healthy',
    checked_at: ctx.now(),
  } as Static<typeof SystemHealth>
}

/** Checks one part, for two seconds at most. */
export function probePart(ctx: PlatformCtx, name: string) {
  return checkPart(ctx, probes()[name] ?? (async () => error(`There is no part ${name}`)))
}

async function checkPart(ctx: PlatformCtx, probe: Probe): Promise<Static<typeof Part>> {
  const startedAt = performance.now()
  const late = new AbortController()
  const finding = await Promise.race([
    probe(ctx).catch((problem: Error) => error(problem.message.slice(0, 500))),
    sleep(PROBE_MS, error('No response within two seconds'), { signal: late.signal, ref: false }),
  ])
  late.abort()
  return { ...finding, latency_ms: Math.round(performance.now() - startedAt) }
}

import type { PlatformCtx } from './db/context.ts'

/** The status of a component, with the reason and how to fix it. */
export interface HealthFinding {
  status: 'healthy' | 'warning' | 'error'
  reason: string | null
}

/** Checks one component, within two seconds. If it throws, the status is an error with that reason. */
export type Probe = (ctx: PlatformCtx) => Promise<HealthFinding>

export const healthy: HealthFinding = { status: 'healthy', reason: null }
export const warning = (reason: string): HealthFinding => ({ status: 'warning', reason })
export const error = (reason: string): HealthFinding => ({ status: 'error', reason })

import type { PlatformCtx } from './db/context.ts'

/** How a part of the installation is, and what to do about it. */
export interface HealthFinding {
  status: 'healthy' | 'warning' | 'error'
  reason: string | null
}

/** Looks at one part. It is given two seconds; what it throws is the reason of an error. */
export type Probe = (ctx: PlatformCtx) => Promise<HealthFinding>

export const healthy: HealthFinding = { status: 'healthy', reason: null }
export const warning = (reason: string): HealthFinding => ({ status: 'warning', reason })
export const error = (reason: string): HealthFinding => ({ status: 'error', reason })

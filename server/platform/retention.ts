import type { PlatformCtx } from './db/context.ts'
import type { DB } from './db/rows.ts'
import { deleteEndedThrottles } from './http/throttles.ts'

/** Rows of a table that go by themselves: those whose time `by` lies so many days back, of those that `where` names. */
export interface Expiry {
  by: string
  days: number
  where?: Record<string, string>
}

/** How long the rows of a table are kept. */
export type Retention = {
  [Table in keyof DB]?: { counts: string; rows: Expiry[] }
}

/** Something else that time brings about. Returns to how many it happened; run twice it does no harm. */
export type Sweep = Record<string, { counts: string; run: (ctx: PlatformCtx) => Promise<number> }>

/** Tables of the platform itself. */
export const ownRetention: Retention = {
  idempotency_keys: {
    counts: 'Replies past their 24 hours',
    rows: [{ by: 'created_at', days: 1 }],
  },
  events: { counts: 'Events older than 90 days', rows: [{ by: 'created_at', days: 90 }] },
  signing_keys: {
    counts: 'Signing keys whose grace is over',
    rows: [{ by: 'retired_at', days: 0 }],
  },
  cable_payloads: {
    counts: 'Broadcasts long delivered',
    rows: [{ by: 'created_at', days: 1 / 24 }],
  },
}

export const ownSweep: Sweep = {
  auth_throttles: { counts: 'Counters whose window passed', run: deleteEndedThrottles },
}

import type { PlatformCtx } from './db/context.ts'
import type { DB } from './db/rows.ts'
import { deleteEndedThrottles } from './http/throttles.ts'
import type { SettingName, Settings } from './settings/catalogue.ts'

/** A setting whose value is a number. */
type NumberSetting = {
  [Name in SettingName]: Settings[Name] extends number ? Name : never
}[SettingName]

/**
 * Rows to delete: those that match `where` and whose time `by` is more than `days` ago, a number or a setting that
 * administrators can change. `by` needs an index: rows are deleted in batches, the oldest first.
 */
export interface Expiry {
  by: string
  days: number | NumberSetting
  where?: Record<string, string>
}

/** The days of a retention, from the settings if it names one. */
export const retentionDays = ({ days }: Expiry, settings: Settings): number =>
  typeof days === 'number' ? days : settings[days]

/** The retention of tables. */
export type Retention = {
  [Table in keyof DB]?: { counts: string; rows: Expiry[] }
}

/** Other daily tasks. Each is idempotent and returns the number of affected records. */
export type Sweep = Record<string, { counts: string; run: (ctx: PlatformCtx) => Promise<number> }>

/** Retention of the platform's own tables. */
export const ownRetention: Retention = {
  idempotency_keys: {
    counts: 'Idempotent replies older than 24 hours',
    rows: [{ by: 'created_at', days: 1 }],
  },
  events: { counts: 'Events older than 90 days', rows: [{ by: 'created_at', days: 90 }] },
  signing_keys: {
    counts: 'Expired signing keys',
    rows: [{ by: 'retired_at', days: 0 }],
  },
  cable_payloads: {
    counts: 'Delivered broadcasts',
    rows: [{ by: 'created_at', days: 1 / 24 }],
  },
}

export const ownSweep: Sweep = {
  auth_throttles: { counts: 'Expired rate limit counters', run: deleteEndedThrottles },
}

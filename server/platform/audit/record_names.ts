import type { Expression } from 'kysely'
import type { Ctx } from '../db/context.ts'

/** How records of one type are named in audit entries. */
export interface RecordNames {
  /** Selects the records with their names. For a table of tenants, only those of the account: `ctx.own(…)`. */
  rows: (ctx: Ctx) => Expression<{ id: string; name: string | null }>
  /** The field of audited values that contains the name, for records that were deleted; `name` by default. */
  recorded?: string
}

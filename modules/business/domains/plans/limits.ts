import { json } from '@powernode/server/platform/db/database.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import type { AccountLimits, LimitName } from '@powernode/server/platform/module.ts'
import { type Expression, sql } from 'kysely'
import { type Static, Type } from 'typebox'

/** From this value on, a limit means unlimited. */
const NO_LIMIT = 999

/** The default limits of a plan. */
const defaults = { max_users: 2, max_api_keys: 5, max_webhooks: 5 } as const

const limit = (description: string, minimum: number) =>
  Type.Integer({
    minimum,
    maximum: 1_000_000,
    description: `${description}; ${NO_LIMIT} or more for no limit`,
    examples: [10],
  })

export const PlanLimits = Shape('PlanLimits', {
  max_users: limit('Users in the account', 1),
  max_api_keys: limit('Active API keys', 0),
  max_webhooks: limit('Active webhooks', 0),
})

export const LimitChanges = Type.Partial(PlanLimits, {
  additionalProperties: false,
  description: 'Limits of accounts with this plan. Absent ones keep their value',
})

/** Limits as stored, with defaults for those that are absent. */
export function limitsWithDefaults(column: Expression<unknown>) {
  return sql<Static<typeof PlanLimits>>`${json(defaults)} || ${column}`
}

/** The limits to enforce; Infinity means no limit. */
export function accountLimits(limits: Static<typeof PlanLimits>): AccountLimits {
  const entries = Object.entries(limits) as [LimitName, number][]
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value >= NO_LIMIT ? Number.POSITIVE_INFINITY : value]),
  ) as AccountLimits
}

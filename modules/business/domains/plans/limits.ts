import { json } from '@powernode/server/platform/db/database.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import type { AccountLimits, LimitName } from '@powernode/server/platform/module.ts'
import { type Expression, sql } from 'kysely'
import { type Static, Type } from 'typebox'

/** From this number on, a limit is none. */
const NO_LIMIT = 999

/** What a plan limits where it does not say. */
const defaults = { max_users: 2, max_api_keys: 5, max_webhooks: 5 } as const

const limit = (description: string, minimum: number) =>
  Type.Integer({
    minimum,
    maximum: 1_000_000,
    description: `${description}; ${NO_LIMIT} or more for any number`,
    examples: [10],
  })

export const PlanLimits = Shape('PlanLimits', {
  max_users: limit('People in the account', 1),
  max_api_keys: limit('API keys that can be used', 0),
  max_webhooks: limit('Webhooks that are delivered to', 0),
})

export const LimitChanges = Type.Partial(PlanLimits, {
  additionalProperties: false,
  description: 'How much accounts with this plan may have. What is left out keeps its value',
})

/** The column with the defaults of what it does not name. */
export function limitsWithDefaults(column: Expression<unknown>) {
  return sql<Static<typeof PlanLimits>>`${json(defaults)} || ${column}`
}

/** The limits to hold an account to: Infinity where there is none. */
export function accountLimits(limits: Static<typeof PlanLimits>): AccountLimits {
  const entries = Object.entries(limits) as [LimitName, number][]
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value >= NO_LIMIT ? Number.POSITIVE_INFINITY : value]),
  ) as AccountLimits
}

import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { Ctx } from '../../platform/db/context.ts'
import { Count, Flag, Nullable, Shape } from '../../platform/http/shapes.ts'
import { countActiveKeys } from '../api_keys/api_key.ts'
import { countActiveWebhooks } from '../webhooks/webhook.ts'

/** What "no limit" is written as, so that clients can always compare numbers. */
const UNLIMITED = 9999

const Measure = Shape({
  current: Count('How many there are'),
  limit: Count('How many there may be; 9999 where there is no limit', [UNLIMITED]),
  unlimited: Flag('No limit applies'),
  percentage: Type.Number({ description: 'How much of the limit is used', examples: [40.5] }),
  available: Nullable(Count('How many more there may be; null where there is no limit')),
})

export const Usage = Shape({ max_users: Measure, max_api_keys: Measure, max_webhooks: Measure })

/** How much of its limits an account uses. Without the business extension nothing is limited. */
export async function readUsage(ctx: Ctx): Promise<Static<typeof Usage>> {
  const [{ users }, keys, webhooks] = await Promise.all([
    ctx.own('users').select().select(sql<number>`count(*)`.as('users')).executeTakeFirstOrThrow(),
    countActiveKeys(ctx),
    countActiveWebhooks(ctx),
  ])
  return {
    max_users: unlimited(users),
    max_api_keys: unlimited(keys),
    max_webhooks: unlimited(webhooks),
  }
}

function unlimited(current: number): Static<typeof Measure> {
  return { current, limit: UNLIMITED, unlimited: true, percentage: 0, available: null }
}

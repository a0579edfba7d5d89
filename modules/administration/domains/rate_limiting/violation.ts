import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import type { RuleScope } from '@powernode/server/platform/http/rate_rules.ts'
import {
  Choice,
  Count,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { type Tier, tierNames } from '@powernode/server/platform/kernel/tiers.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'

/** Requests of one caller refused within an hour. */
export const RateLimitViolation = Shape('RateLimitViolation', {
  id: Id(),
  rule: Text(40, { description: 'The limit', examples: ['user_minute'] }),
  scope: Choice<RuleScope[]>(
    ['ip', 'user', 'api_key', 'account', 'worker'],
    'What the limit counts by',
  ),
  identifier: Text(100, {
    description:
      'Id or address of the caller; “others” where there were too many to record separately',
    examples: ['192.0.2.1'],
  }),
  endpoint: Text(300, {
    description: 'Method and template of the route',
    examples: ['GET /api/v1/users'],
  }),
  tier: Nullable(Choice(tierNames, 'The tier of the account, if any')),
  count: Count('Requests refused', [12]),
  limit: Count('The limit in effect', [1200]),
  hour: Time('The hour it happened in'),
  last_at: Time('When it last happened'),
})

export const ViolationFilters = {
  rule: Text(40, { description: 'Only of this limit', examples: ['user_minute'] }),
  identifier: Text(300, { description: 'Only of this id or address', examples: ['192.0.2.1'] }),
  since: Time('Only since this time; the last 24 hours by default'),
}

type Filters = QueryValues<typeof ViolationFilters>

/** Refused callers, recorded within a second and kept for 30 days. */
export function listViolations(ctx: Ctx, page: PageRequest, { rule, identifier, since }: Filters) {
  let query = ctx.db
    .selectFrom('rate_limit_violations')
    .select([
      'id',
      'rule',
      'identifier',
      'endpoint',
      'count',
      'limit',
      'hour',
      'last_at',
      'scope',
      'tier',
    ])
    .$narrowType<{ scope: RuleScope; tier: Tier | null }>()
    .where('last_at', '>=', since ?? new Date(ctx.now().getTime() - DAY_MS))
  if (rule) query = query.where('rule', '=', rule)
  if (identifier) query = query.where('identifier', '=', identifier)
  return paginate(ctx, query, page, 'rate_limit_violations')
}

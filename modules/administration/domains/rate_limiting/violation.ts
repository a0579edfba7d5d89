import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import type { RuleScope } from '@powernode/server/platform/http/rate_rules.ts'
import {
  Choice,
  Count,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { type Tier, tierNames } from '@powernode/server/platform/kernel/tiers.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import type { Static } from 'typebox'

/** What was refused to somebody within an hour. */
export const Violation = Shape('RateLimitViolation', {
  id: Id(),
  rule: Text(40, { description: 'Which limit', examples: ['user_minute'] }),
  scope: Choice<RuleScope[]>(
    ['ip', 'user', 'api_key', 'account', 'worker'],
    'Whose requests it counts together',
  ),
  identifier: Text(100, {
    description: 'Who: an id or address; “others” where there were too many to tell apart',
    examples: ['192.0.2.1'],
  }),
  endpoint: Text(300, {
    description: 'Method and template of the route',
    examples: ['GET /api/v1/users'],
  }),
  tier: Nullable(Choice(tierNames, 'The tier of the account, where there was one')),
  count: Count('Requests refused', [12]),
  limit: Count('What the limit was', [1200]),
  hour: Time('The hour it happened in'),
  last_at: Time('When it last happened'),
})

export const ViolationFilters = {
  rule: Text(40, { description: 'Only of this limit', examples: ['user_minute'] }),
  identifier: Text(300, { description: 'Only of this id or address', examples: ['192.0.2.1'] }),
  since: Time('Only since then; without, the last 24 hours'),
}

type Filters = { [K in keyof typeof ViolationFilters]?: Static<(typeof ViolationFilters)[K]> }

/** Who was refused what, written down within a second of it and kept for 30 days. */
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

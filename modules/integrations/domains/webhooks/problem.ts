import { Choice } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'

const conditions = {
  failing: sql<boolean>`webhooks.status = 'active' and circuit_status = 'closed' and failing_since is not null`,
  paused: sql<boolean>`webhooks.status = 'active' and circuit_status <> 'closed'`,
  disabled: sql<boolean>`webhooks.status = 'inactive' and disabled_reason is not null`,
}
type Problem = keyof typeof conditions

export const WebhookProblem = Choice(
  ['failing', 'paused', 'disabled'] satisfies Problem[],
  'Webhooks whose last deliveries failed, whose deliveries are paused, or that were disabled after failures',
)

export const hasProblem = (problem: Problem) => conditions[problem]

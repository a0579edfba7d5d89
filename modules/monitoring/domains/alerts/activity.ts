import { randomUUIDv7 } from 'node:crypto'
import { Person, personOf } from '@powernode/modules/identity/domains/users/person.ts'
import type { Ctx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Choice, Id, Nullable, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { Type } from 'typebox'

const Action = Choice(['triggered', 'notified', 'acknowledged', 'resolved'], 'Kind of activity')

export const AlertActivity = Shape('AlertActivity', {
  id: Id(),
  action: Action,
  user: Nullable(Person),
  note: Nullable(Text(2000, { description: 'Comment' })),
  value: Nullable(Type.Number({ description: 'Value at that time', examples: [3] })),
  performed_at: Time('When it happened'),
})

export function listAlertActivities(ctx: Ctx, alertId: string, page: PageRequest) {
  const query = ctx
    .acrossAccounts('admin.alerts.read')
    .selectFrom('alert_activities')
    .leftJoin('users', 'users.id', 'alert_activities.user_id')
    .select(['alert_activities.id', 'action', 'note', 'value', 'performed_at'])
    .select(personOf('users').as('user'))
    .where('alert_id', '=', alertId)
  return paginate(ctx, query, page, 'alert_activities')
}

/** Records an activity of an alert. */
export async function recordAlertActivity(
  tx: PlatformTx,
  alert_id: string,
  action: Static<typeof Action>,
  fields: { user_id?: string; note?: string | null; value?: number | null } = {},
): Promise<void> {
  await tx.db
    .insertInto('alert_activities')
    .values({ id: randomUUIDv7(), alert_id, action, ...fields, performed_at: tx.now() })
    .execute()
}

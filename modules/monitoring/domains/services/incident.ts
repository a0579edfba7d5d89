import { randomUUIDv7 } from 'node:crypto'
import { platformAdmins } from '@powernode/modules/identity/domains/users/admins.ts'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Id, Nullable, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'

export const Incident = Shape('ServiceIncident', {
  id: Id(),
  reason: Text(500, { description: 'What the check found that made it count as down' }),
  started_at: Time('When it began to count as down'),
  ended_at: Nullable(Time('When it worked again or was paused; null while it is down')),
})

export function listIncidents(ctx: PlatformCtx, serviceId: string, page: PageRequest) {
  const query = ctx.db
    .selectFrom('service_incidents')
    .select(['id', 'reason', 'started_at', 'ended_at'])
    .where('service_id', '=', serviceId)
  return paginate(ctx, query, page, 'service_incidents')
}

/** A service went down: opens its incident and tells the platform's account. */
export async function openIncident(
  tx: PlatformTx,
  { id, name }: { id: string; name: string },
  reason: string,
): Promise<void> {
  const opened = await tx.db
    .insertInto('service_incidents')
    .values({ id: randomUUIDv7(), service_id: id, reason, started_at: tx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (opened) await (await home(tx))?.emit('service.down', { id, name, reason })
}

/** It works again: ends its incident and tells the platform's account. */
export async function closeIncident(
  tx: PlatformTx,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const ended = await endIncident(tx, id)
  if (!ended) return
  const down_seconds = Math.max(
    0,
    Math.round((tx.now().getTime() - ended.started_at.getTime()) / 1000),
  )
  await (await home(tx))?.emit('service.up', { id, name, down_seconds })
}

/** Ends an incident without a word, as whoever pauses a service knows. */
export function endIncident(tx: PlatformTx, serviceId: string) {
  return tx.db
    .updateTable('service_incidents')
    .set({ ended_at: tx.now() })
    .where('service_id', '=', serviceId)
    .where('ended_at', 'is', null)
    .returning('started_at')
    .executeTakeFirst()
}

/** The platform's account is that of its first administrator. */
async function home(tx: PlatformTx) {
  const [first] = await platformAdmins(tx)
  return first && tx.inAccount(first.account_id)
}

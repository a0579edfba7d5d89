import { randomUUIDv7 } from 'node:crypto'
import { platformAdmins } from '@powernode/modules/identity/domains/users/admins.ts'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Id, Nullable, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'

export const Incident = Shape('ServiceIncident', {
  id: Id(),
  reason: Text(500, { description: 'Error of the check that made it down' }),
  started_at: Time('When it went down'),
  ended_at: Nullable(Time('When it recovered or was paused; null while it is down')),
})

export function listIncidents(ctx: PlatformCtx, serviceId: string, page: PageRequest) {
  const query = ctx.db
    .selectFrom('service_incidents')
    .select(['id', 'reason', 'started_at', 'ended_at'])
    .where('service_id', '=', serviceId)
  return paginate(ctx, query, page, 'service_incidents')
}

/** Opens an incident for a service that went down, and emits an event in the platform's account. */
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
  if (opened) await (await platformAccount(tx))?.emit('service.down', { id, name, reason })
}

/** Ends the incident of a service that recovered, and emits an event in the platform's account. */
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
  await (await platformAccount(tx))?.emit('service.up', { id, name, down_seconds })
}

/** Ends an incident without an event, because a user paused the service. */
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
async function platformAccount(tx: PlatformTx) {
  const [first] = await platformAdmins(tx)
  return first && tx.inAccount(first.account_id)
}

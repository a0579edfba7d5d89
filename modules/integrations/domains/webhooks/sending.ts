import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import {
  Batch,
  checkItems,
  RefusedItems,
  refuseOnError,
} from '@powernode/server/platform/http/batch.ts'
import {
  Count,
  Dictionary,
  Flag,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { messageId, payloadOf } from './delivery.ts'
import { queueDeliveries } from './scheduling.ts'
import { signedHeaders } from './signature.ts'

const MAX_BATCH = 50
/** How long after the receiver's timeout a probe may remain unreported. */
const PROBE_GRACE_SECONDS = 30
/** While a probe is running, other deliveries check again after this time. */
const RECHECK_MS = 5000
const EVERY_ACCOUNT = { because: 'a batch contains deliveries of several accounts' }

const Turn = Shape('DeliveryTurn', {
  delivery_id: Id(),
  turn: Type.Integer({ minimum: 1, description: 'Turn of the delivery', examples: [1] }),
})

export const DeliveryTurns = Shape('DeliveryTurns', {
  deliveries: Batch(Turn, {
    minItems: 1,
    maxItems: MAX_BATCH,
    description: 'Deliveries to prepare',
    examples: [[{ delivery_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90', turn: 1 }]],
  }),
})

export const PreparedDeliveries = Shape('PreparedDeliveries', {
  requests: ListOf(
    Nullable(
      Shape({
        url: Text(1000, { description: 'URL of the webhook' }),
        headers: Dictionary('Request headers, including the signatures'),
        body: Type.String({ description: 'Signed request body' }),
        timeout_seconds: Count('Timeout in seconds', [30]),
        allow_private: Flag('Whether private addresses are allowed, for tests'),
      }),
    ),
    { description: 'One request per delivery, in order; null if there is nothing to send now' },
  ),
  refused: RefusedItems,
})

type Turn = Static<typeof Turn>

/**
 * Prepares the request of each turn. There is none for an earlier turn, a disabled webhook or a suspended account. If the
 * circuit is open, the delivery is rescheduled.
 */
export async function prepareDeliveries(
  ctx: PlatformCtx,
  turns: Turn[],
): Promise<Static<typeof PreparedDeliveries>> {
  const { good, refused } = checkItems(Turn, turns)
  const rows = new Map((await load(ctx, good)).map((row) => [row.id, row]))
  const requestOf = requestsFor(ctx)
  const probed = new Set<string>()
  const postponed: Row[] = []
  const requests: (ReturnType<ReturnType<typeof requestsFor>> | null)[] = turns.map(() => null)
  for (const { index, item } of good) {
    const { delivery_id, turn } = item
    const row = rows.get(delivery_id)
    const due = row?.turn === turn && row.completed_at === null
    const enabled =
      row?.account_status === 'active' && (row.test || row.webhook_status === 'active')
    if (!row || !due || !enabled) continue
    const closed = row.test || row.circuit_status === 'closed'
    const passes = closed || (!probed.has(row.webhook_id) && (await tryProbe(ctx, row)))
    probed.add(row.webhook_id)
    if (passes) requests[index] = refuseOnError(ctx, refused, index, () => requestOf(row))
    else postponed.push(row)
  }
  if (postponed.length > 0) await ctx.transaction((tx) => postpone(tx, postponed))
  return { requests, refused }
}

type Row = Awaited<ReturnType<typeof load>>[number]

async function load(ctx: PlatformCtx, turns: { item: Turn }[]) {
  if (turns.length === 0) return []
  const ids = turns.map(({ item }) => item.delivery_id)
  return ctx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhooks as w', 'w.id', 'd.webhook_id')
    .innerJoin('events as e', 'e.id', 'd.event_id')
    .innerJoin('accounts as a', 'a.id', 'd.account_id')
    .select(['d.id', 'd.account_id', 'd.webhook_id', 'd.event_id', 'd.event_type', 'd.test'])
    .select(['d.turn', 'd.completed_at', 'e.data', 'e.created_at as happened_at'])
    .select(['w.url', 'w.status as webhook_status', 'w.timeout_seconds', 'w.sealed_secret'])
    .select(['w.previous_sealed_secret', 'w.previous_secret_expires_at'])
    .select(['w.circuit_status', 'w.circuit_until', 'a.status as account_status'])
    .where('d.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

/** Makes the requests of one batch; opens each secret and serialises each event once. */
function requestsFor({ platform, now }: PlatformCtx) {
  const opened = new Map<string, string[]>()
  const bodies = new Map<string, string>()
  const open = (sealed: Buffer) => platform.vault.open(sealed).toString()
  const secretsOf = (row: Row) => {
    const { previous_sealed_secret: before, previous_secret_expires_at: until } = row
    const secrets = [open(row.sealed_secret)]
    if (before && until && until > now()) secrets.push(open(before))
    return secrets
  }
  const bodyOf = (row: Row) => {
    const { event_type: type, happened_at: happenedAt, data } = row
    const event = { id: messageId(row.event_id), type, happenedAt, data }
    return JSON.stringify(payloadOf(event, row.account_id))
  }
  return (row: Row) => {
    const secrets = opened.getOrInsertComputed(row.webhook_id, () => secretsOf(row))
    const body = bodies.getOrInsertComputed(row.event_id, () => bodyOf(row))
    return {
      url: row.url,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Powernode-Webhook/1.0',
        ...signedHeaders(secrets, messageId(row.event_id), now(), body),
      },
      body,
      timeout_seconds: row.timeout_seconds,
      allow_private: platform.config.WEBHOOK_ALLOW_PRIVATE_TARGETS,
    }
  }
}

/** When the time of an open circuit is over, one delivery is sent as a probe. If it is never reported, another follows. */
function tryProbe(ctx: PlatformCtx, { account_id, webhook_id, timeout_seconds }: Row) {
  const seconds = timeout_seconds + PROBE_GRACE_SECONDS
  return ctx.transaction(async (tx) => {
    tx.unaudited('changes only the circuit; disabling a webhook is audited')
    const { numUpdatedRows } = await tx
      .inAccount(account_id)
      .own('webhooks')
      .update({
        circuit_status: 'half_open',
        circuit_until: new Date(tx.now().getTime() + seconds * 1000),
      })
      .where('id', '=', webhook_id)
      .where('circuit_status', '<>', 'closed')
      .where('circuit_until', '<=', tx.now())
      .executeTakeFirstOrThrow()
    return numUpdatedRows > 0n
  })
}

/** Postpones deliveries until their circuit may close, spread over time. */
async function postpone(tx: PlatformTx, rows: Row[]): Promise<void> {
  tx.unaudited('the new time is recorded in the row of the delivery')
  const now = tx.now().getTime()
  const later = rows.map((row) => {
    const until = row.circuit_status === 'open' ? (row.circuit_until?.getTime() ?? 0) : 0
    const at = Math.max(until, now + RECHECK_MS) + Math.random() * RECHECK_MS
    return { ...row, runAt: new Date(at) }
  })
  const rescheduled = sql<{ id: string; turn: number; run_at: Date }>`jsonb_to_recordset(${json(
    later.map(({ id, turn, runAt }) => ({ id, turn, run_at: runAt })),
  )})`.as<'later'>(sql`later(id uuid, turn integer, run_at timestamptz)`)
  const moved = await tx
    .acrossAccounts(EVERY_ACCOUNT)
    .updateTable('webhook_deliveries as d')
    .from(rescheduled)
    .set((eb) => ({ turn: eb('later.turn', '+', 1), next_retry_at: eb.ref('later.run_at') }))
    .whereRef('d.id', '=', 'later.id')
    .whereRef('d.turn', '=', 'later.turn')
    .returning('d.id')
    .execute()
  const ids = new Set(moved.map((row) => row.id))
  const due = later.filter((row) => ids.has(row.id)).map((row) => ({ ...row, turn: row.turn + 1 }))
  for (const [accountId, batch] of Map.groupBy(due, (row) => row.account_id)) {
    await queueDeliveries(tx.inAccount(accountId), batch)
  }
}

import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Batch,
  checkItems,
  RefusedItems,
  refuseOnError,
} from '@powernode/server/platform/http/batch.ts'
import {
  Count,
  Flag,
  Id,
  ListOf,
  Nullable,
  Secret,
  Shape,
} from '@powernode/server/platform/http/shapes.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { probePart } from '../health/health.ts'
import { broadcastServices } from './channel.ts'
import { recordChecks } from './outcome.ts'
import { allowsPrivate, Target } from './target.ts'

const MAX_BATCH = 50
const MAX_AT_ONCE = 500
/** A check without a result for longer is considered lost: no worker runs, or its job was cancelled. */
const LOST_MS = 5 * MINUTE_MS

const Turn = Shape('CheckTurn', {
  service_id: Id(),
  turn: Type.Integer({ minimum: 1, description: 'Number of the check', examples: [1] }),
})

export const CheckTurns = Shape('CheckTurns', {
  checks: Batch(Turn, {
    minItems: 1,
    maxItems: MAX_BATCH,
    description: 'Checks about to be made',
    examples: [[{ service_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90', turn: 1 }]],
  }),
})

const { check_type, url, method, host, port } = Target
const { expected_status_min, expected_status_max, expected_text } = Target

export const PreparedChecks = Shape('PreparedChecks', {
  requests: ListOf(
    Nullable(
      Shape({
        check_type,
        url,
        method,
        expected_status_min,
        expected_status_max,
        expected_text,
        bearer_token: Nullable(Secret('Bearer token to send', 's3cr3t…')),
        host,
        port,
        timeout_seconds: Count('Timeout', [10]),
        allow_private: Flag('Whether a private address is allowed'),
      }),
    ),
    { description: 'One for each check, in order; null if there is nothing to check' },
  ),
  refused: RefusedItems,
})

/**
 * Enqueues the checks that are due, or that of one service if due, each once even with concurrent servers. Parts of
 * this installation are checked here, all others by workers. Returns the number of checks.
 */
export async function enqueueDueChecks(ctx: PlatformCtx, only?: string): Promise<number> {
  const dueChecks = await ctx.transaction(async (tx) => {
    tx.unaudited('enqueues checks, which have their own record')
    const now = tx.now()
    const lostBefore = new Date(now.getTime() - LOST_MS)
    let due = tx.db
      .selectFrom('services')
      .select('id')
      .where('state', '<>', 'paused')
      .where((eb) =>
        eb.or([
          eb.and([eb('asked_at', 'is', null), eb('next_check_at', '<=', now)]),
          eb('asked_at', '<=', lostBefore),
        ]),
      )
      .orderBy('next_check_at')
      .limit(MAX_AT_ONCE)
      .forUpdate()
      .skipLocked()
    if (only) due = due.where('id', '=', only)
    const interval = sql`make_interval(secs => interval_seconds)`
    // The state after a lost check is unknown; a service that is down stays down until a check finds otherwise.
    const isLost = sql<boolean>`asked_at is not null and state in ('up', 'degraded')`
    const claimed = await tx.db
      .updateTable('services')
      .set((eb) => ({
        turn: eb('turn', '+', 1),
        asked_at: now,
        next_check_at: sql<Date>`case when next_check_at + ${interval} > ${now}
          then next_check_at else ${now}::timestamptz end + ${interval}`,
        state: sql<'unknown'>`case when ${isLost} then 'unknown' else state end`,
        state_since: sql<Date>`case when ${isLost} then ${now}::timestamptz else state_since end`,
      }))
      .where('id', 'in', due)
      .returning(['id', 'turn', 'part', 'state'])
      .execute()
    const outside = claimed.filter(({ part }) => part === null)
    if (outside.length > 0) {
      const jobs = outside.map(({ id, turn }) => ({ input: { service_id: id, turn } }))
      await tx.enqueueAll('check_service', jobs)
    }
    const unknown = claimed.filter(({ state }) => state === 'unknown')
    if (unknown.length > 0) {
      await broadcastServices(
        tx,
        unknown.map(({ id }) => id),
      )
    }
    return claimed
  })
  const system = ctx.platform.system()
  const found = await Promise.all(
    dueChecks.flatMap(({ id, turn, part }) =>
      part ? [checkPartOfInstallation(system, part, id, turn)] : [],
    ),
  )
  await recordChecks(system, found)
  return dueChecks.length
}

async function checkPartOfInstallation(
  ctx: PlatformCtx,
  part: Parameters<typeof probePart>[1],
  service_id: string,
  turn: number,
) {
  const { status, latency_ms, reason } = await probePart(ctx, part)
  const problem = reason ?? 'The check did not pass'
  return {
    service_id,
    turn,
    latency_ms,
    ...(status === 'error' && { error: problem }),
    ...(status === 'warning' && { warning: problem }),
  }
}

/** How to check each of these turns; null for an outdated turn, or a paused or deleted service. */
export async function prepareChecks(
  ctx: PlatformCtx,
  turns: Static<typeof Turn>[],
): Promise<Static<typeof PreparedChecks>> {
  const { good: valid, refused } = checkItems(Turn, turns)
  const rows = new Map((await due(ctx, valid)).map((row) => [row.id, row]))
  const requests: Static<typeof PreparedChecks>['requests'] = turns.map(() => null)
  for (const { index, item } of valid) {
    const row = rows.get(item.service_id)
    if (row?.turn !== item.turn) continue
    const { sealed_bearer_token: sealed, kind } = row
    requests[index] = refuseOnError(ctx, refused, index, () => ({
      ...row,
      bearer_token: sealed && ctx.platform.vault.open(sealed).toString(),
      allow_private: allowsPrivate(ctx, kind),
    }))
  }
  return { requests, refused }
}

async function due({ db }: PlatformCtx, turns: { item: Static<typeof Turn> }[]) {
  if (turns.length === 0) return []
  return db
    .selectFrom('services')
    .select(['id', 'turn', 'kind', 'check_type', 'url', 'method', 'host', 'port'])
    .select(['expected_status_min', 'expected_status_max', 'expected_text', 'timeout_seconds'])
    .select('sealed_bearer_token')
    .where(
      'id',
      'in',
      turns.map(({ item }) => item.service_id),
    )
    .where('asked_at', 'is not', null)
    .where('state', '<>', 'paused')
    .where('check_type', '<>', 'part')
    .execute()
}

import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import {
  Batch,
  checkItems,
  RefusedItems,
  recordEach,
} from '@powernode/server/platform/http/batch.ts'
import { Count, Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS, HOUR_MS, startOfStep } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { broadcastServices } from './channel.ts'
import { closeIncident, openIncident } from './incident.ts'
import { serviceStateAfter } from './state.ts'

const MAX_BATCH = 50
/** The maximum of PostgreSQL’s `integer`. */
const MAX_INTEGER = 2 ** 31 - 1

const Finding = Shape('CheckFinding', {
  service_id: Id(),
  turn: Type.Integer({ minimum: 1, description: 'Number of the check', examples: [1] }),
  latency_ms: Type.Integer({
    minimum: 0,
    maximum: MAX_INTEGER,
    description: 'Duration in milliseconds',
    examples: [84],
  }),
  http_status: Type.Optional(
    Type.Integer({ minimum: 100, maximum: 599, description: 'HTTP status of the response' }),
  ),
  error: Type.Optional(Text(500, { description: 'Why the check failed' })),
})

export const CheckFindings = Shape('CheckFindings', {
  findings: Batch(Finding, {
    minItems: 1,
    maxItems: MAX_BATCH,
    description: 'Results of checks',
    examples: [
      [
        {
          service_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90',
          turn: 1,
          http_status: 200,
          latency_ms: 84,
        },
      ],
    ],
  }),
})

export const RecordedChecks = Shape('RecordedChecks', {
  recorded_count: Count('Results that were not outdated'),
  refused: RefusedItems,
})

/** `warning`: the check passed, but with a problem. */
type Finding = Static<typeof Finding> & { warning?: string }
type Service = Awaited<ReturnType<typeof lockServices>>[number]

/** Records results of workers; each one that cannot be recorded is returned with the reason. */
export function recordFindings(
  ctx: PlatformCtx,
  findings: Static<typeof Finding>[],
): Promise<Static<typeof RecordedChecks>> {
  return recordEach(ctx, checkItems(Finding, findings), (some) => recordChecks(ctx, some))
}

/**
 * Records results: the check itself, the totals, the state of its service and its consequences, in one transaction. A
 * result that was recorded before, or is outdated, changes nothing. Returns how many were recorded.
 */
export async function recordChecks(ctx: PlatformCtx, findings: Finding[]): Promise<number> {
  if (findings.length === 0) return 0
  return ctx.transaction(async (tx) => {
    const services = new Map((await lockServices(tx, findings)).map((row) => [row.id, row]))
    const checked = findings.flatMap((finding) => {
      const service = services.get(finding.service_id)
      if (service?.turn !== finding.turn) return []
      services.delete(service.id)
      return [resultOf(service, finding, tx.now())]
    })
    if (checked.length === 0) return 0
    tx.unaudited('checks and incidents have their own rows')
    await writeServices(tx, checked)
    await writeChecks(tx, checked)
    await writeUptimes(tx, checked)
    for (const { service, state, last_error } of checked) {
      const wasDown = service.state === 'down'
      if (!wasDown && state === 'down')
        await openIncident(tx, service, last_error ?? 'The check failed')
      if (wasDown && state !== 'down') await closeIncident(tx, service)
    }
    await broadcastServices(
      tx,
      checked.map(({ id }) => id),
    )
    return checked.length
  })
}

function resultOf(service: Service, { error, warning, ...finding }: Finding, now: Date) {
  const { slow_after_ms: limit } = service
  const slow = limit !== null && finding.latency_ms > limit && `It took longer than ${limit} ms`
  const last_error = error ?? warning ?? (slow || null)
  const ok = error === undefined
  const verdict = { ok, impaired: last_error !== null }
  const after = serviceStateAfter(service, verdict, service.failure_threshold)
  return {
    service,
    id: service.id,
    ok,
    ...after,
    last_error,
    state_since: after.state === service.state ? service.state_since : now,
    last_checked_at: now,
    last_latency_ms: finding.latency_ms,
    http_status: finding.http_status ?? null,
  }
}

type Checked = ReturnType<typeof resultOf>

/** Services that wait for a check, locked in the order of ids, so that two reports cannot deadlock. */
function lockServices({ db }: PlatformTx, findings: Finding[]) {
  return db
    .selectFrom('services')
    .select(['id', 'name', 'turn', 'state', 'state_since', 'consecutive_failures'])
    .select(['failure_threshold', 'slow_after_ms'])
    .where(
      'id',
      'in',
      findings.map((finding) => finding.service_id),
    )
    .where('asked_at', 'is not', null)
    .where('state', '<>', 'paused')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

async function writeServices({ db }: PlatformTx, checked: Checked[]) {
  const rows = sql<Checked>`jsonb_to_recordset(${json(
    checked.map(({ service: _, ...row }) => row),
  )})`.as<'c'>(
    sql`c(id uuid, state text, state_since timestamptz, consecutive_failures integer,
      last_checked_at timestamptz, last_latency_ms integer, last_error text)`,
  )
  await db
    .updateTable('services as s')
    .from(rows)
    .set((eb) => ({
      asked_at: null,
      state: eb.ref('c.state'),
      state_since: eb.ref('c.state_since'),
      consecutive_failures: eb.ref('c.consecutive_failures'),
      last_checked_at: eb.ref('c.last_checked_at'),
      last_latency_ms: eb.ref('c.last_latency_ms'),
      last_error: eb.ref('c.last_error'),
    }))
    .whereRef('s.id', '=', 'c.id')
    .execute()
}

async function writeChecks({ db }: PlatformTx, checked: Checked[]) {
  const rows = checked.map(({ id, ok, http_status, last_error, ...one }) => ({
    id: randomUUIDv7(),
    service_id: id,
    ok,
    http_status,
    error: last_error,
    latency_ms: one.last_latency_ms,
    checked_at: one.last_checked_at,
  }))
  await db.insertInto('service_checks').values(rows).execute()
}

async function writeUptimes({ db }: PlatformTx, checked: Checked[]) {
  const rows = checked.flatMap(({ id, ok, last_latency_ms, last_checked_at: at }) => {
    const totals = {
      service_id: id,
      checks: 1,
      failed: Number(!ok),
      answered: Number(ok),
      latency_ms_sum: ok ? last_latency_ms : 0,
      latency_ms_max: ok ? last_latency_ms : 0,
    }
    return [
      { ...totals, unit: 'hour' as const, starts_at: startOfStep(at, HOUR_MS) },
      { ...totals, unit: 'day' as const, starts_at: startOfStep(at, DAY_MS) },
    ]
  })
  await db
    .insertInto('service_uptimes')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['service_id', 'unit', 'starts_at']).doUpdateSet((eb) => ({
        checks: eb('service_uptimes.checks', '+', eb.ref('excluded.checks')),
        failed: eb('service_uptimes.failed', '+', eb.ref('excluded.failed')),
        answered: eb('service_uptimes.answered', '+', eb.ref('excluded.answered')),
        latency_ms_sum: eb(
          'service_uptimes.latency_ms_sum',
          '+',
          eb.ref('excluded.latency_ms_sum'),
        ),
        latency_ms_max: eb.fn('greatest', [
          'service_uptimes.latency_ms_max',
          'excluded.latency_ms_max',
        ]),
      })),
    )
    .execute()
}

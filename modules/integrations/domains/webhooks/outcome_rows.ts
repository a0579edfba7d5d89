import type { PlatformTx } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import { sql } from 'kysely'
import type { CircuitState } from './circuit.ts'

const EVERY_ACCOUNT = { because: 'a batch contains deliveries of several accounts' }

export type LockedDelivery = Awaited<ReturnType<typeof lockDeliveries>>[number]

/** The row of a delivery after an attempt, and what its row in `webhook_attempts` needs. */
export interface UpdatedDelivery {
  id: string
  account_id: string
  webhook_id: string
  turn: number
  attempt_count: number
  status: 'successful' | 'failed' | 'max_retries_reached'
  next_retry_at: Date | null
  http_status: number | null
  response_time_ms: number
  error_message: string | null
  response_body: string | null
  attempted_at: Date
  completed_at: Date | null
  attempt_id: string
}

/** The circuit of a webhook after the outcomes of a batch, and what they count. */
export interface WebhookState {
  health: CircuitState
  succeeded: number
  failed: number
  disabled: 'gone' | 'failing' | undefined
}

// Rows are locked in the order of their ids, so that two reports cannot deadlock.
export function lockDeliveries(tx: PlatformTx, ids: string[]) {
  return tx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('webhook_deliveries')
    .select(['id', 'account_id', 'webhook_id', 'turn', 'attempt_count', 'max_attempts', 'test'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

export async function lockWebhooks(tx: PlatformTx, deliveries: LockedDelivery[]) {
  if (deliveries.length === 0) return []
  const ids = new Set(deliveries.map((delivery) => delivery.webhook_id))
  return tx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('webhooks')
    .select(['id', 'account_id', 'url', 'status', 'circuit_status', 'circuit_step'])
    .select(['circuit_until', 'consecutive_failures', 'failing_since'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/** Writes the rows of deliveries, and a row for each attempt. */
export async function writeDeliveries(tx: PlatformTx, updated: UpdatedDelivery[]) {
  const rows = sql<UpdatedDelivery>`jsonb_to_recordset(${json(updated)})`.as<'o'>(
    sql`o(id uuid, turn integer, attempt_count integer, status text, next_retry_at timestamptz,
      http_status integer, response_time_ms integer, error_message text, response_body text,
      attempted_at timestamptz, completed_at timestamptz, attempt_id uuid)`,
  )
  await tx
    .acrossAccounts(EVERY_ACCOUNT)
    .with('written', (db) =>
      db
        .updateTable('webhook_deliveries as d')
        .from(rows)
        .set((eb) => ({
          turn: eb.ref('o.turn'),
          attempt_count: eb.ref('o.attempt_count'),
          status: eb.ref('o.status'),
          next_retry_at: eb.ref('o.next_retry_at'),
          http_status: eb.ref('o.http_status'),
          response_time_ms: eb.ref('o.response_time_ms'),
          error_message: eb.ref('o.error_message'),
          attempted_at: eb.ref('o.attempted_at'),
          completed_at: eb.ref('o.completed_at'),
        }))
        .whereRef('d.id', '=', 'o.id')
        .returning(['o.attempt_id', 'd.account_id', 'd.id', 'o.http_status'])
        .returning(['o.response_time_ms', 'o.error_message', 'o.response_body', 'o.attempted_at']),
    )
    .insertInto('webhook_attempts')
    .columns([
      'id',
      'account_id',
      'delivery_id',
      'http_status',
      'response_time_ms',
      'error_message',
      'response_body',
      'attempted_at',
    ])
    .expression((eb) =>
      eb
        .selectFrom('written')
        .select(['attempt_id', 'account_id', 'id', 'http_status'])
        .select(['response_time_ms', 'error_message', 'response_body', 'attempted_at']),
    )
    .execute()
}

export async function writeWebhooks(tx: PlatformTx, states: Map<string, WebhookState>) {
  const counted = [...states].filter(([, { succeeded, failed }]) => succeeded + failed > 0)
  if (counted.length === 0) return
  const changes = counted.map(([id, { health, succeeded, failed }]) => ({
    id,
    ...health,
    succeeded,
    failed,
  }))
  const rows = sql<(typeof changes)[number]>`jsonb_to_recordset(${json(changes)})`.as<'o'>(
    sql`o(id uuid, circuit_status text, circuit_step integer, circuit_until timestamptz,
      consecutive_failures integer, failing_since timestamptz, succeeded integer, failed integer)`,
  )
  await tx
    .acrossAccounts(EVERY_ACCOUNT)
    .updateTable('webhooks as w')
    .from(rows)
    .set((eb) => ({
      circuit_status: eb.ref('o.circuit_status'),
      circuit_step: eb.ref('o.circuit_step'),
      circuit_until: eb.ref('o.circuit_until'),
      consecutive_failures: eb.ref('o.consecutive_failures'),
      failing_since: eb.ref('o.failing_since'),
      success_count: eb('success_count', '+', eb.ref('o.succeeded')),
      failure_count: eb('failure_count', '+', eb.ref('o.failed')),
      last_delivery_at: tx.now(),
    }))
    .whereRef('w.id', '=', 'o.id')
    .execute()
}

import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Selectable } from 'kysely'
import type { RequestOf } from '../../gateways/operations.ts'
import type { GatewayName } from '../../gateways/port.ts'
import { lockBilling } from '../billing/profile.ts'

export type GatewayCall = Selectable<DB['gateway_calls']>
export type CallOperation = GatewayCall['operation']

interface NewCall<O extends CallOperation> {
  gateway: GatewayName
  livemode: boolean
  operation: O
  subject_type: GatewayCall['subject_type']
  subject_id: string
  /** Contains no secret. */
  request: RequestOf<O>
  /** Equal for each repetition of the same call, at most 100 characters. */
  idempotency_key: string
  /** A person waits for the answer, so that other calls wait. */
  urgent?: boolean
}

/** Records what will be asked of a gateway, and enqueues it. Nothing is asked unless this transaction commits. */
export async function enqueueCall<O extends CallOperation>(
  tx: Tx,
  { request, urgent = false, ...call }: NewCall<O>,
): Promise<string> {
  const id = randomUUIDv7()
  const now = tx.realNow()
  await tx
    .own('gateway_calls')
    .insert({ ...call, id, request: { ...request }, due_at: now, created_at: now, updated_at: now })
    .execute()
  await tx.enqueue('call_gateway', { call_id: id, turn: 1 }, { urgent })
  return id
}

/** The account of a call, for workers. */
export async function accountOfCall(ctx: PlatformCtx, id: string): Promise<string> {
  const call = await ctx
    .acrossAccounts({ because: 'the worker names a call but no account' })
    .selectFrom('gateway_calls')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!call) throw fail.notFound('gateway_call')
  return call.account_id
}

/** Locks a call until commit, after the billing of the account if it is about a payment or a refund. */
export async function lockCall(tx: Tx, id: string): Promise<GatewayCall> {
  const query = tx.own('gateway_calls').select().selectAll().where('id', '=', id)
  const { subject_type } = await query.executeTakeFirstOrThrow()
  if (movesMoney({ subject_type })) await lockBilling(tx)
  return query.forNoKeyUpdate().executeTakeFirstOrThrow()
}

/** Whether a call is about a payment or a refund, whose outcome is waited for as long as it takes. */
export const movesMoney = ({ subject_type }: Pick<GatewayCall, 'subject_type'>): boolean =>
  subject_type === 'payment' || subject_type === 'refund'

/** Ends a call without asking. */
export async function dropCall(tx: Tx, id: string): Promise<void> {
  const now = tx.realNow()
  await tx
    .own('gateway_calls')
    .update({ status: 'done', finished_at: now, due_at: null, updated_at: now })
    .where('id', '=', id)
    .execute()
}

/** Enqueues the next turn of a locked call. Jobs of earlier turns do nothing. */
export async function repeatCall(
  tx: Tx,
  { id, turn }: Pick<GatewayCall, 'id' | 'turn'>,
  runAt: Date,
): Promise<void> {
  await tx
    .own('gateway_calls')
    .update({ status: 'lost', turn: turn + 1, due_at: runAt, updated_at: tx.realNow() })
    .where('id', '=', id)
    .execute()
  await tx.enqueue('call_gateway', { call_id: id, turn: turn + 1 }, { runAt })
}

/** Whether a call about this record has not ended. */
export async function isBeingAsked(tx: Tx, subjectId: string): Promise<boolean> {
  const call = await tx
    .own('gateway_calls')
    .select()
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('status', '!=', 'done')
    .limit(1)
    .executeTakeFirst()
  return call !== undefined
}

/** How often an operation was requested for a record: part of the key of the next. */
export async function countCalls(
  tx: Tx,
  subjectId: string,
  operation: CallOperation,
): Promise<number> {
  const { count } = await tx
    .own('gateway_calls')
    .select()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('subject_id', '=', subjectId)
    .where('operation', '=', operation)
    .executeTakeFirstOrThrow()
  return count
}

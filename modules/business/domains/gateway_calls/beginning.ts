import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Dictionary,
  Flag,
  Nullable,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import { operations } from '../../gateways/operations.ts'
import { gateways } from '../../gateways/port.ts'
import { CallCredentials, credentialsOf } from '../payment_gateways/credentials.ts'
import { startAsking } from '../payments/asking.ts'
import { accountOfCall, dropCall, type GatewayCall, lockCall, repeatCall } from './call.ts'
import { keyOf } from './schedule.ts'

/** How long a worker has for a call before it is taken up again. Calls time out much earlier. */
const LEASE_MS = 2 * 60_000

export const CallTurn = Shape('GatewayCallTurn', {
  turn: Type.Integer({ minimum: 1, description: 'Turn of the call', examples: [1] }),
})

export const BegunCall = Shape('BegunGatewayCall', {
  call: Nullable(
    Shape({
      gateway: Choice(gateways, 'The gateway to ask'),
      operation: Choice(Object.keys(operations) as (keyof typeof operations)[], 'What to ask'),
      request: Dictionary('The request, without secrets'),
      idempotency_key: Text(255, {
        description: 'Equal for each repetition of a call that moves money',
        examples: ['pay_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'],
      }),
      livemode: Flag('Whether money moves'),
      credentials: CallCredentials,
    }),
  ),
})

/**
 * Begins a turn of a call. There is nothing to ask for an earlier turn, for a call that has ended, and for a payment that was
 * cancelled meanwhile. A turn can begin more than once, because its key is the same where money moves.
 */
export async function beginCall(
  ctx: PlatformCtx,
  id: string,
  { turn }: Static<typeof CallTurn>,
): Promise<Static<typeof BegunCall>> {
  const accountId = await accountOfCall(ctx, id)
  return ctx.inAccount(accountId).transaction(async (tx) => {
    tx.unaudited('the call is recorded in its row; its outcome is audited')
    const call = await lockCall(tx, id)
    if (call.turn !== turn || call.status === 'done') return { call: null }
    const credentials = await usableCredentials(tx, call)
    if (!credentials) {
      await repeatCall(tx, call, new Date(tx.realNow().getTime() + HOUR_MS))
      return { call: null }
    }
    if (!(await startAsking(tx, call))) {
      await dropCall(tx, id)
      await tx.signal(call.subject_id)
      return { call: null }
    }
    const now = tx.realNow()
    const { gateway, operation, request, livemode } = call
    const attempt_count = call.attempt_count + 1
    const idempotency_key = keyOf({ ...call, attempt_count })
    await tx
      .own('gateway_calls')
      .update({
        status: 'running',
        asked_at: now,
        first_asked_at: call.first_asked_at ?? now,
        attempt_count,
        due_at: new Date(now.getTime() + LEASE_MS),
        updated_at: now,
      })
      .where('id', '=', id)
      .execute()
    return { call: { gateway, operation, request, idempotency_key, livemode, credentials } }
  })
}

/** Undefined while the gateway is not configured, or for the other of test and live mode. */
async function usableCredentials(tx: Tx, { gateway, livemode }: GatewayCall) {
  try {
    const credentials = await credentialsOf(tx, gateway)
    return credentials.livemode === livemode ? credentials : undefined
  } catch (error) {
    if (error instanceof Failure && error.code === 'gateway_not_configured') return undefined
    throw error
  }
}

import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Dictionary, Flag, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import type { Static } from 'typebox'
import { Clean, Clone } from 'typebox/value'
import { operations, type ResultOf } from '../../gateways/operations.ts'
import { isOutcomeOf } from '../../gateways/outcome_schema.ts'
import type { GatewayOutcome } from '../../gateways/port.ts'
import { applyToMethod } from '../payment_methods/answers.ts'
import { applyToPayment } from '../payments/answers.ts'
import { applyToRefund } from '../refunds/answers.ts'
import { CallTurn } from './beginning.ts'
import { accountOfCall, type GatewayCall, lockCall, repeatCall } from './call.ts'
import { nextAskAt } from './schedule.ts'

export const CallReport = Shape('GatewayCallReport', {
  ...CallTurn.properties,
  outcome: Dictionary('What came of it, as the operation declares', [
    { kind: 'unreachable', reason: 'No response in time' },
  ]),
})

export const RecordedCall = Shape('RecordedGatewayCall', {
  recorded: Flag('False for an earlier turn, which changes nothing'),
})

type AnyOutcome = GatewayOutcome<ResultOf<GatewayCall['operation']>>

/**
 * Records the outcome of a turn and applies it to what the call is about, in one transaction. An unknown outcome is asked
 * again later with the same key. 422 if it is no outcome of the operation.
 */
export async function reportCall(
  ctx: PlatformCtx,
  id: string,
  { turn, outcome }: Static<typeof CallReport>,
): Promise<Static<typeof RecordedCall>> {
  const accountId = await accountOfCall(ctx, id)
  return ctx.inAccount(accountId).transaction(async (tx) => {
    tx.unaudited('the call is recorded in its row; what it changes is audited')
    const call = await lockCall(tx, id)
    if (!isOutcomeOf(call.operation, outcome)) {
      throw fail.invalid({ outcome: [`is no outcome of ${call.operation}`] })
    }
    if (call.turn !== turn || call.status === 'done') return { recorded: false }
    await apply(tx, call, outcome)
    await tx.signal(call.subject_id)
    return { recorded: true }
  })
}

async function apply(tx: Tx, call: GatewayCall, outcome: AnyOutcome): Promise<void> {
  if (isUnknown(call, outcome)) {
    const next = nextAskAt(call, tx.realNow())
    if (next || call.operation === 'look_up') {
      return repeatCall(tx, call, next ?? new Date(tx.realNow().getTime() + HOUR_MS))
    }
  }
  await finish(tx, call, outcome)
  if (call.subject_type === 'payment') await applyToPayment(tx, call, outcome)
  else if (call.subject_type === 'refund') await applyToRefund(tx, call, outcome)
  else await applyToMethod(tx, call, outcome)
}

/** A question that the gateway refuses to answer, as with a wrong key, is as open as one that did not reach it. */
const isUnknown = ({ operation }: GatewayCall, outcome: AnyOutcome): boolean =>
  outcome.kind === 'unreachable' ||
  (operation === 'look_up' &&
    outcome.kind === 'rejected' &&
    !['not_confirmed', 'cancelled'].includes(outcome.code))

/** Keeps the listed fields of an answer; the secret for the gateway's form is sealed. */
async function finish(tx: Tx, call: GatewayCall, outcome: AnyOutcome): Promise<void> {
  const { client_secret: secret, ...response } = fieldsOf(call, outcome)
  const now = tx.realNow()
  await tx
    .own('gateway_calls')
    .update({
      status: 'done',
      outcome: outcome.kind,
      response,
      ...(typeof secret === 'string' && {
        sealed_secret: tx.platform.vault.seal(Buffer.from(secret)),
      }),
      due_at: null,
      finished_at: now,
      updated_at: now,
    })
    .where('id', '=', call.id)
    .execute()
}

function fieldsOf({ operation }: GatewayCall, outcome: AnyOutcome): Record<string, unknown> {
  if (outcome.kind !== 'succeeded') {
    const { kind: _, ...fields } = outcome
    return fields
  }
  return Clean(operations[operation].result, Clone(outcome.result)) as Record<string, unknown>
}

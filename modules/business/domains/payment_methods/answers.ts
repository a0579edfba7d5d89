import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { ResultOf } from '../../gateways/operations.ts'
import type { GatewayOutcome } from '../../gateways/port.ts'
import type { CallOperation, GatewayCall } from '../gateway_calls/call.ts'
import { storeCustomer } from './customers.ts'
import { storePaymentMethod } from './payment_method.ts'
import { askForSetup, changeSetup, type SetupRow } from './setup_row.ts'

type Answer = GatewayOutcome<ResultOf<CallOperation>>

/** Applies the outcome of a call that adds or removes a payment method. */
export async function applyToMethod(tx: Tx, call: GatewayCall, answer: Answer): Promise<void> {
  if (call.subject_type !== 'payment_method_setup') return
  const setup = await tx
    .own('payment_method_setups')
    .select()
    .selectAll()
    .where('id', '=', call.subject_id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!setup) return
  if (answer.kind !== 'succeeded') return refused(tx, setup, answer)
  switch (call.operation) {
    case 'create_customer': {
      const { customer_id } = answer.result as ResultOf<'create_customer'>
      await storeCustomer(tx, setup.gateway, setup.livemode, customer_id)
      return askForSetup(tx, setup)
    }
    case 'start_setup': {
      const { setup_id, approval_url } = answer.result as ResultOf<'start_setup'>
      await changeSetup(tx, setup.id, { status: 'ready', external_id: setup_id, approval_url })
      return
    }
    default:
      return store(tx, setup, answer.result as ResultOf<'attach'>)
  }
}

async function store(tx: Tx, setup: SetupRow, described: ResultOf<'attach'>): Promise<void> {
  const { gateway, livemode } = setup
  const { customer_id, ...method } = described
  if (await belongsToAnother(tx, gateway, method.external_id)) {
    const reason = 'This payment method belongs to another account'
    return fail(tx, setup, 'rejected', 'taken', reason)
  }
  if (customer_id) await storeCustomer(tx, gateway, livemode, customer_id)
  const { id } = await storePaymentMethod(tx, { ...method, gateway, livemode }, setup.make_default)
  await changeSetup(tx, setup.id, { status: 'finished', payment_method_id: id })
}

async function refused(
  tx: Tx,
  setup: SetupRow,
  answer: Exclude<Answer, { kind: 'succeeded' }>,
): Promise<void> {
  switch (answer.kind) {
    case 'declined':
    case 'rejected':
      return fail(tx, setup, answer.kind, answer.code, answer.reason)
    case 'not_found':
      return fail(tx, setup, 'rejected', 'not_found', 'is not known to the payment gateway')
    case 'unreachable':
      return fail(tx, setup, 'unreachable', 'unreachable', answer.reason)
    default:
      await changeSetup(tx, setup.id, { status: 'ready' })
  }
}

async function fail(
  tx: Tx,
  { id }: SetupRow,
  failure_kind: NonNullable<SetupRow['failure_kind']>,
  failure_code: string,
  failure_reason: string,
): Promise<void> {
  await changeSetup(tx, id, { status: 'failed', failure_kind, failure_code, failure_reason })
}

async function belongsToAnother(
  tx: Tx,
  gateway: SetupRow['gateway'],
  externalId: string,
): Promise<boolean> {
  const other = await tx
    .acrossAccounts({ because: 'ids at the gateway belong to all accounts' })
    .selectFrom('payment_methods')
    .select('id')
    .where('gateway', '=', gateway)
    .where('external_id', '=', externalId)
    .where('account_id', '!=', tx.account.id)
    .executeTakeFirst()
  return other !== undefined
}

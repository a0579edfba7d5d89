import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Insertable, Selectable } from 'kysely'
import { countCalls, enqueueCall } from '../gateway_calls/call.ts'
import { isOpenCall } from '../gateway_calls/waiting.ts'
import { customerOf } from './customers.ts'

const WAIT_MS = 20_000

export type SetupRow = Selectable<DB['payment_method_setups']>

export function insertSetup(
  tx: Tx,
  setup: Omit<Insertable<DB['payment_method_setups']>, 'id' | 'account_id'>,
): Promise<SetupRow> {
  return tx
    .own('payment_method_setups')
    .insert({ ...setup, created_at: tx.now(), updated_at: tx.now() })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function changeSetup(
  tx: Tx,
  id: string,
  changes: Parameters<ReturnType<typeof tx.own<'payment_method_setups'>>['update']>[0],
): Promise<SetupRow> {
  return tx
    .own('payment_method_setups')
    .update({ ...changes, updated_at: tx.now() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * Enqueues the next call that adds a payment method: at Stripe, the account becomes a customer first. Nothing is enqueued while
 * the person is at the gateway.
 */
export async function askForSetup(tx: Tx, setup: SetupRow): Promise<void> {
  const { id, gateway, livemode, status, token, external_id } = setup
  const customer_id = await customerOf(tx, gateway, livemode)
  const subject = { subject_type: 'payment_method_setup', subject_id: id } as const
  const call = { ...subject, gateway, livemode, urgent: true }
  if (gateway === 'stripe' && !customer_id) {
    const { name, billing_email: email } = await readBuyer(tx)
    await enqueueCall(tx, {
      ...call,
      operation: 'create_customer',
      request: { account_id: tx.account.id, name, email },
      idempotency_key: `customer_${id}`,
    })
  } else if (token) {
    await enqueueCall(tx, {
      ...call,
      operation: 'attach',
      request: { token, customer_id },
      idempotency_key: `attach_${id}`,
    })
  } else if (status === 'finishing' && external_id) {
    await enqueueCall(tx, {
      ...call,
      operation: 'finish_setup',
      request: { setup_id: external_id, customer_id },
      idempotency_key: `finish_${id}_${(await countCalls(tx, id, 'finish_setup')) + 1}`,
    })
  } else if (status === 'starting') {
    const page = `${tx.platform.config.publicUrl}/billing`
    await enqueueCall(tx, {
      ...call,
      operation: 'start_setup',
      request: {
        customer_id,
        return_url: `${page}/payment-methods/new?setup=${id}`,
        cancel_url: page,
      },
      idempotency_key: `setup_${id}`,
    })
  }
}

/** Waits until the gateway was asked, for up to 20 seconds. 502 if it did not answer. */
export async function awaitSetup(ctx: Ctx, id: string): Promise<SetupRow> {
  const { signals } = ctx.platform
  const answered = await signals.until(id, WAIT_MS, async () => !(await isOpenCall(ctx, id)))
  const setup = await ctx
    .own('payment_method_setups')
    .select()
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const isOpen = setup.status === 'starting' || setup.status === 'finishing'
  if (!answered || isOpen || setup.failure_kind === 'unreachable') throw fail.with('gateway_error')
  return setup
}

async function readBuyer(tx: Tx) {
  return tx
    .acrossAccounts({ because: 'accounts have no account; only its own is read' })
    .selectFrom('accounts')
    .select(['name', 'billing_email'])
    .where('id', '=', tx.account.id)
    .executeTakeFirstOrThrow()
}

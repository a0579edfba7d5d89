import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import type { CreateResult } from '@powernode/server/platform/http/resource.ts'
import { Choice, Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { gateways } from '../../gateways/port.ts'

export const NewCorrection = Shape('NewReconciliationCorrection', {
  type: Choice(['create_missing_payment'], 'What is proposed'),
  provider: Choice(gateways, 'The gateway'),
  provider_payment_id: Text(255, { description: 'Id there', examples: ['ch_3Q2w3E'] }),
  amount: Type.Integer({ minimum: 1, description: 'Amount, in cents', examples: [3451] }),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'Currency', examples: ['USD'] }),
  account_id: Type.Optional(
    Id('The account; by default that of the payment that has the id of the gateway'),
  ),
})

export const LoggedCorrection = Shape('ReconciliationCorrection', {
  log_id: Id('The entry, for a person to look at'),
})

type Input = Static<typeof NewCorrection>

/**
 * Logs a payment of the gateway that is missing here, once. Nothing is booked: a person decides. `matched` once a payment with
 * its id and amount is here. 422 if its account is not known.
 */
export function logMissingPayment(
  ctx: PlatformCtx,
  input: Input,
): Promise<CreateResult<Static<typeof LoggedCorrection>>> {
  const { provider: gateway, provider_payment_id: external_id, amount: amount_cents } = input
  return ctx.transaction(async (tx) => {
    tx.unaudited('nothing is booked for a missing payment')
    const payment = await paymentAt(tx, input)
    const about_account_id = await accountFor(tx, input, payment)
    const status: 'matched' | 'logged' =
      payment?.amount_cents === amount_cents ? 'matched' : 'logged'
    const now = tx.now()
    const id = randomUUIDv7()
    const columns = { status, updated_at: now }
    const logged = await tx.db
      .insertInto('missing_payments')
      .values({
        ...{ id, gateway, external_id, about_account_id, amount_cents, currency: input.currency },
        ...{ ...columns, created_at: now },
      })
      .onConflict((conflict) => conflict.columns(['gateway', 'external_id']).doUpdateSet(columns))
      .returning('id')
      .executeTakeFirstOrThrow()
    return { created: logged.id === id, data: { log_id: logged.id } }
  })
}

function paymentAt(tx: PlatformTx, { provider, provider_payment_id }: Input) {
  return tx
    .acrossAccounts({ because: 'ids at the gateway belong to all accounts' })
    .selectFrom('payments')
    .select(['account_id', 'amount_cents'])
    .where('gateway', '=', provider)
    .where(({ or, eb }) =>
      or([eb('external_id', '=', provider_payment_id), eb('intent_id', '=', provider_payment_id)]),
    )
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function accountFor(
  tx: PlatformTx,
  { account_id }: Input,
  payment: { account_id: string } | undefined,
): Promise<string> {
  if (!account_id) {
    if (payment) return payment.account_id
    throw fail.invalid({ account_id: ['is required: no payment has this id'] })
  }
  const account = await tx
    .acrossAccounts({ because: 'the gateway names an account' })
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', account_id)
    .executeTakeFirst()
  if (!account) throw fail.invalid({ account_id: ['is not an account'] })
  return account.id
}

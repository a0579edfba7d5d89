import { randomUUIDv7 } from 'node:crypto'
import { readAnyAccount } from '@powernode/modules/identity/domains/accounts/internal.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { CreateResult } from '@powernode/server/platform/http/resource.ts'
import { Choice, Flag, Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { gateways } from '../../gateways/port.ts'
import { lockBilling } from '../billing/profile.ts'
import { accountOfInvoice } from '../invoices/invoice.ts'
import { livemodeOf } from '../payment_gateways/credentials.ts'
import { Currency } from '../plans/plan.ts'
import { announcePayment } from './announcing.ts'
import { createCharge } from './paying.ts'
import { type Payment, readPayment } from './payment.ts'
import { settlePayment } from './settling.ts'

const MAX_CENTS = 1_000_000_000_00

export const NewPayment = Shape('NewPayment', {
  invoice_id: Type.Optional(Id('The invoice that it pays')),
  payment_method_id: Type.Optional(Id('The payment method to charge; by default, the default one')),
  account_id: Type.Optional(
    Id('Workers: the account, to record a payment that the gateway made, without an invoice'),
  ),
  status: Type.Optional(
    Choice(
      ['succeeded', 'failed'],
      'Workers: what became of a payment that the gateway made; without it, the invoice is charged',
    ),
  ),
  gateway: Type.Optional(Choice(gateways, 'Workers: the gateway that made it')),
  external_id: Type.Optional(
    Text(255, { description: 'Workers: its id at the gateway', examples: ['ch_1Q2w3E'] }),
  ),
  amount_cents: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_CENTS,
      description: 'Workers: its amount',
      examples: [3451],
    }),
  ),
  currency: Type.Optional(Currency),
  livemode: Type.Optional(
    Flag(
      'Workers: whether money moved. By default, as the gateway is configured: false in test mode',
    ),
  ),
  failure_reason: Type.Optional(Text(1000, { description: 'Workers: why it failed' })),
})

type Input = Static<typeof NewPayment>
type PaymentView = Static<typeof Payment>

/** Charges an invoice of the account, with the person present. 422 for the fields of workers. */
export async function createPayment(ctx: Ctx, input: Input): Promise<CreateResult<PaymentView>> {
  const { invoice_id, payment_method_id, ...others } = input
  const refused = Object.keys(others).map((field) => [field, ['can only be given by workers']])
  if (refused.length > 0) throw fail.invalid(Object.fromEntries(refused))
  if (!invoice_id) throw fail.invalid({ invoice_id: ['is required'] })
  const charge = { invoice_id, ...(payment_method_id && { payment_method_id }) }
  return { created: true, data: await createCharge(ctx, charge, true) }
}

/** For a worker: charges an invoice of any account, or with a `status` records what the gateway did. */
export async function createAnyPayment(
  ctx: PlatformCtx,
  input: Input,
): Promise<CreateResult<PaymentView>> {
  const { invoice_id, payment_method_id, account_id } = input
  const owner = invoice_id ? await accountOfInvoice(ctx, invoice_id) : account_id
  if (!owner) throw fail.invalid({ invoice_id: ['is required without account_id'] })
  if (account_id && account_id !== owner) {
    throw fail.invalid({ account_id: ['is not the account of the invoice'] })
  }
  if (!invoice_id) await readAnyAccount(ctx, owner)
  const accountCtx = ctx.inAccount(owner)
  if (input.status) return recordPayment(accountCtx, { ...input, status: input.status })
  if (!invoice_id) throw fail.invalid({ invoice_id: ['is required to charge it'] })
  const charge = { invoice_id, ...(payment_method_id && { payment_method_id }) }
  return { created: true, data: await createCharge(accountCtx, charge, false) }
}

/** Records a payment that the gateway made; once for each of its ids. */
async function recordPayment(
  ctx: Ctx,
  {
    status,
    gateway,
    external_id,
    amount_cents,
    currency,
    ...rest
  }: Input & Required<Pick<Input, 'status'>>,
): Promise<CreateResult<PaymentView>> {
  if (!gateway || !external_id || !amount_cents || !currency) {
    const missing = Object.entries({ gateway, external_id, amount_cents, currency })
    throw fail.invalid(
      Object.fromEntries(
        missing
          .filter(([, value]) => !value)
          .map(([field]) => [field, ['is required with status']]),
      ),
    )
  }
  const livemode = rest.livemode ?? (await livemodeOf(ctx, gateway))
  const { id, created } = await ctx.transaction(async (tx) => {
    tx.unaudited('a payment that was recorded before changes nothing')
    await lockBilling(tx)
    const existing = await findByExternalId(tx, gateway, external_id)
    if (existing && existing.account_id !== tx.account.id) {
      throw fail.invalid({ external_id: ['belongs to another account'] })
    }
    if (existing) return { id: existing.id, created: false }
    const id = randomUUIDv7()
    const failure_reason = rest.failure_reason ?? 'The payment failed at the gateway'
    const recorded = await tx
      .own('payments')
      .insert({
        ...{ id, gateway, livemode, external_id, amount_cents, currency },
        ...{ invoice_id: rest.invoice_id ?? null, status: 'failed', failed_at: tx.now() },
        ...{ failure_code: 'recorded', decline_kind: 'soft', failure_reason },
        ...{ created_at: tx.now(), updated_at: tx.now() },
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    if (status === 'failed') await announcePayment(tx, 'failed', recorded)
    else {
      const charge = {
        intent_id: external_id,
        external_id,
        amount_cents,
        currency,
        fee_cents: null,
      }
      await settlePayment(tx, id, { kind: 'succeeded', result: charge })
    }
    return { id, created: true }
  })
  return { created, data: await readPayment(ctx, id) }
}

function findByExternalId(tx: Tx, gateway: (typeof gateways)[number], externalId: string) {
  return tx
    .acrossAccounts({ because: 'ids at the gateway belong to all accounts' })
    .selectFrom('payments')
    .select(['id', 'account_id'])
    .where('gateway', '=', gateway)
    .where((eb) => eb.or([eb('external_id', '=', externalId), eb('intent_id', '=', externalId)]))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

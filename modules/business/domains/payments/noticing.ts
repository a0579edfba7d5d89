import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import type { GatewayName } from '../../gateways/port.ts'
import { lockBilling } from '../billing/profile.ts'
import { isOpenCall } from '../gateway_calls/waiting.ts'
import { accountOfCustomer } from '../payment_methods/customers.ts'
import { currencies } from '../plans/plan.ts'
import { enqueueAbout } from './asking.ts'
import { changePayment, lockPayment, type PaymentRow } from './locking.ts'
import { isReceived, isUnsettled, unsettledStatuses } from './statuses.ts'

const OF_ALL_ACCOUNTS = { because: 'ids at the gateway belong to all accounts' }

/** What a gateway says about a payment. It is not believed: the gateway is asked before anything changes. */
export interface GatewaySays {
  gateway: GatewayName
  livemode: boolean
  /** Whether it says that the money was received. */
  received: boolean
  /** Our payment, as we named it to the gateway. */
  payment_id: string | null
  intent_id: string | null
  /** The charge, capture or intent. */
  external_id: string
  gateway_invoice_id: string | null
  customer_id: string | null
  amount_cents: number
  currency: string
}

export interface NoticedPayment {
  account_id: string
  payment_id: string
  invoice_id: string | null
  subscription_id: string | null
  /** False if the amount or the currency is another than what was asked for. */
  matches: boolean
}

/**
 * Looks up what a gateway says about a payment, unless it is known already. Money from a customer of ours without a payment
 * here becomes one. Undefined if neither the payment nor its customer is known.
 */
export async function noticePayment(
  tx: PlatformTx,
  says: GatewaySays,
): Promise<NoticedPayment | undefined> {
  const found = await findPayment(tx, says)
  if (found) return lookUpNoticed(tx.inAccount(found.account_id), found.id, says)
  const { gateway, customer_id, received, intent_id } = says
  if (!customer_id || !received || !intent_id) return undefined
  const accountId = await accountOfCustomer(tx, gateway, customer_id)
  if (!accountId) return undefined
  return recordNoticed(tx.inAccount(accountId), { ...says, intent_id })
}

/** All attempts for an invoice share an intent: the one that is named, else one without an outcome, else the latest. */
async function findPayment(
  ctx: PlatformCtx,
  { gateway, payment_id, intent_id, external_id }: GatewaySays,
): Promise<{ id: string; account_id: string } | undefined> {
  const found = await ctx
    .acrossAccounts(OF_ALL_ACCOUNTS)
    .selectFrom('payments')
    .select(['id', 'account_id', 'status', 'intent_id'])
    .where('gateway', '=', gateway)
    .where(({ eb, or }) =>
      or([
        eb('external_id', '=', external_id),
        eb('intent_id', '=', intent_id ?? external_id),
        ...(payment_id ? [eb('id', '=', payment_id)] : []),
      ]),
    )
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  const isOwn = (one: (typeof found)[number]) => !one.intent_id || one.intent_id === intent_id
  return (
    found.find((one) => one.id === payment_id && isOwn(one)) ?? found.find(isUnsettled) ?? found[0]
  )
}

async function lookUpNoticed(
  tx: Tx,
  id: string,
  says: GatewaySays,
): Promise<NoticedPayment | undefined> {
  tx.unaudited('what the gateway answers is audited')
  const { payment } = await lockPayment(tx, id)
  const intent_id = payment.intent_id ?? says.intent_id
  const isKnown = says.received ? isReceived(payment) : !isUnsettled(payment)
  if (!isKnown) {
    if (!intent_id) return undefined
    const known = payment.intent_id ? payment : await changePayment(tx, payment, { intent_id })
    if (!(await isAnswered(tx, payment, says))) {
      await enqueueAbout(tx, { ...known, intent_id }, 'look_up')
    }
  }
  const isSame = payment.amount_cents === says.amount_cents && payment.currency === says.currency
  return describeNoticed(tx, payment, !says.received || isSame)
}

/** A call that is under way will say what became of the payment; one that began before the money came may not. */
async function isAnswered(tx: Tx, { id }: PaymentRow, { received }: GatewaySays): Promise<boolean> {
  if (!received) return isOpenCall(tx, id)
  const queued = await tx
    .own('gateway_calls')
    .select()
    .select('id')
    .where('subject_id', '=', id)
    .where('operation', '=', 'look_up')
    .where('status', '=', 'queued')
    .limit(1)
    .executeTakeFirst()
  return queued !== undefined
}

/** Money that nobody here asked for. Without an open invoice of that id at the gateway, it becomes credit. */
async function recordNoticed(
  tx: Tx,
  says: GatewaySays & { intent_id: string },
): Promise<NoticedPayment | undefined> {
  await lockBilling(tx)
  // Another event of the same payment may have been faster.
  const existing = await findPayment(tx, says)
  if (existing) return lookUpNoticed(tx, existing.id, says)
  const { gateway, livemode, intent_id, amount_cents } = says
  const currency = currencies.find((offered) => offered === says.currency)
  if (!currency || amount_cents === 0) return undefined
  const invoice = await payableInvoice(tx, says)
  const recorded = await tx
    .own('payments')
    .insert({
      ...{ id: randomUUIDv7(), gateway, livemode, intent_id, status: 'processing' },
      amount_cents: invoice?.amount_due_cents ?? amount_cents,
      currency: invoice?.currency ?? currency,
      invoice_id: invoice?.id ?? null,
      ...{ created_at: tx.now(), updated_at: tx.now() },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.audit('payment.created', recorded.id, {
    new: { gateway, amount_cents: recorded.amount_cents, currency: recorded.currency },
  })
  await enqueueAbout(tx, { ...recorded, intent_id }, 'look_up')
  const isSame = recorded.amount_cents === amount_cents && recorded.currency === currency
  return describeNoticed(tx, recorded, isSame)
}

/** The open invoice with this id at the gateway, unless a payment for it has no outcome yet. */
async function payableInvoice(tx: Tx, { gateway, gateway_invoice_id }: GatewaySays) {
  if (!gateway_invoice_id) return undefined
  const invoice = await tx
    .own('invoices')
    .select()
    .select(['id', 'amount_due_cents', 'currency'])
    .where('gateway', '=', gateway)
    .where('gateway_invoice_id', '=', gateway_invoice_id)
    .where('status', '=', 'open')
    .where('amount_due_cents', '>', 0)
    .executeTakeFirst()
  if (!invoice) return undefined
  const unsettled = await tx
    .own('payments')
    .select()
    .select('id')
    .where('invoice_id', '=', invoice.id)
    .where('status', 'in', unsettledStatuses)
    .executeTakeFirst()
  return unsettled ? undefined : invoice
}

async function describeNoticed(
  tx: Tx,
  { id, invoice_id }: PaymentRow,
  matches: boolean,
): Promise<NoticedPayment> {
  const invoice = invoice_id
    ? await tx
        .own('invoices')
        .select()
        .select('subscription_id')
        .where('id', '=', invoice_id)
        .executeTakeFirst()
    : undefined
  const subscription_id = invoice?.subscription_id ?? null
  return { account_id: tx.account.id, payment_id: id, invoice_id, subscription_id, matches }
}

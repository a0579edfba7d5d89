import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { gateways } from '../../gateways/port.ts'
import { Cents } from '../invoices/line.ts'
import { LocalPayment } from './local_payments.ts'

const MAX_CHARGES = 100
const EXAMPLE_PAYMENT = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'

const name = (description: string, example: string) =>
  Nullable(Text(255, { description, examples: [example] }))

export const ChargesToFind = Shape('ReconciliationCharges', {
  gateway: Choice(gateways, 'The gateway that lists them'),
  charges: ListOf(
    Shape({
      external_id: Text(255, { description: 'Charge or capture', examples: ['ch_3Q2w3E'] }),
      intent_id: name('Payment intent or order', 'pi_3Q2w3E'),
      payment_id: name('Our payment, as the gateway says', EXAMPLE_PAYMENT),
      invoice_id: name('Our invoice, as the gateway says', EXAMPLE_PAYMENT),
      account_id: name('Our account, as the gateway says', EXAMPLE_PAYMENT),
    }),
    {
      minItems: 1,
      maxItems: MAX_CHARGES,
      description: 'Charges of the gateway',
      examples: [
        [
          {
            ...{ external_id: 'ch_3Q2w3E', intent_id: 'pi_3Q2w3E', payment_id: EXAMPLE_PAYMENT },
            ...{ invoice_id: null, account_id: null },
          },
        ],
      ],
    },
  ),
})

const { id, invoice_id, intent_id, external_id, amount_cents, currency, status, fee_cents } =
  LocalPayment.properties

export const KnownPayments = Shape('ReconciliationKnownPayments', {
  payments: ListOf(
    Shape({
      ...{ id, invoice_id, intent_id, external_id, amount_cents, currency, status, fee_cents },
      applied_cents: Cents('The part that paid the invoice', 3451),
      refunded_cents: Cents('Paid back', 0),
      refund_ids: ListOf(Text(255, { description: 'Id of a refund', examples: ['re_3Q2w3E'] }), {
        description: 'The ids of its refunds, here and at the gateway',
      }),
    }),
    { description: 'Payments with one of the ids, and other payments of their invoices' },
  ),
  account_ids: ListOf(Id('An account'), { description: 'Those of the accounts that exist' }),
})

export const ListedPayments = Shape('ReconciliationListed', {
  payments: ListOf(
    Shape({
      id: Id('A payment'),
      amount_cents: Cents('What the gateway lists for it', 3451),
      currency: Text(3, { description: 'The currency there', examples: ['USD'] }),
    }),
    {
      maxItems: MAX_CHARGES,
      description: 'Payments whose money the gateway lists',
      examples: [[{ id: EXAMPLE_PAYMENT, amount_cents: 3451, currency: 'USD' }]],
    },
  ),
})

export const MarkedPayments = Shape('ReconciliationMarked', {
  matched_count: Count('Payments that the gateway had not listed before'),
})

/** The payments that charges of a gateway may be, of any account and at any time. */
export async function findKnownPayments(
  ctx: PlatformCtx,
  { gateway, charges }: Static<typeof ChargesToFind>,
): Promise<Static<typeof KnownPayments>> {
  const db = ctx.acrossAccounts({ because: 'ids at the gateway belong to all accounts' })
  const externalIds = charges
    .flatMap((one) => one.intent_id ?? [])
    .concat(charges.map((one) => one.external_id))
  const ids = uuidsIn(charges.map(({ payment_id }) => payment_id))
  const payments = () =>
    db
      .selectFrom('payments')
      .select(['id', 'invoice_id', 'intent_id', 'external_id', 'amount_cents', 'currency'])
      .select(['status', 'fee_cents', 'applied_cents', 'refunded_cents'])
      .select(
        sql<
          string[]
        >`array(select i.id from refunds r, unnest(array[r.id::text, r.external_id]) i (id)
          where r.payment_id = payments.id and i.id is not null)`.as('refund_ids'),
      )
      .where('gateway', '=', gateway)
  const found = await payments()
    .where((eb) =>
      eb.or([
        eb('external_id', 'in', externalIds),
        eb('intent_id', 'in', externalIds),
        ...(ids.length > 0 ? [eb('id', 'in', ids)] : []),
      ]),
    )
    .execute()
  const invoiceIds = uuidsIn([
    ...charges.map(({ invoice_id }) => invoice_id),
    ...found.map(({ invoice_id }) => invoice_id),
  ])
  const ofInvoices =
    invoiceIds.length === 0
      ? []
      : await payments()
          .where('invoice_id', 'in', invoiceIds)
          .where('status', 'in', ['succeeded', 'partially_refunded', 'refunded'])
          .execute()
  const unique = new Map([...found, ...ofInvoices].map((one) => [one.id, one]))
  const accountIds = uuidsIn(charges.map(({ account_id }) => account_id))
  const accounts =
    accountIds.length === 0
      ? []
      : await db.selectFrom('accounts').select('id').where('id', 'in', accountIds).execute()
  return { payments: [...unique.values()], account_ids: accounts.map(({ id }) => id) }
}

/** Remembers what the gateway listed for payments. A finding that it did not is resolved. */
export async function markListed(
  ctx: PlatformCtx,
  { payments }: Static<typeof ListedPayments>,
): Promise<Static<typeof MarkedPayments>> {
  const listed = new Map(payments.map((one) => [one.id, one]))
  const payment_ids = [...listed.keys()]
  if (payment_ids.length === 0) return { matched_count: 0 }
  return ctx.transaction(async (tx) => {
    tx.unaudited('what the gateway lists changes no payment')
    const now = tx.now()
    const existing = await tx
      .acrossAccounts({ because: 'payments of all accounts are compared with the gateway' })
      .selectFrom('payments')
      .select('id')
      .where('id', 'in', payment_ids)
      .execute()
    if (existing.length === 0) return { matched_count: 0 }
    const marked = await tx.db
      .insertInto('reconciled_payments')
      .values(existing.map(({ id }) => ({ ...listed.get(id), id, matched_at: now })))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          amount_cents: eb.ref('excluded.amount_cents'),
          currency: eb.ref('excluded.currency'),
        })),
      )
      .returning(sql<boolean>`xmax = 0`.as('is_new'))
      .execute()
    await tx.db
      .updateTable('reconciliation_flags')
      .set({
        status: 'resolved',
        note: 'The gateway lists it now',
        resolved_at: now,
        updated_at: now,
      })
      .where('type', '=', 'missing_provider_payment')
      .where('status', 'in', ['open', 'investigating'])
      .where('payment_id', 'in', payment_ids)
      .execute()
    return { matched_count: marked.filter(({ is_new }) => is_new).length }
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Of what a gateway says, the ids: another system may write anything there. */
const uuidsIn = (texts: (string | null)[]): string[] => [
  ...new Set(texts.filter((text) => text !== null && UUID.test(text)) as string[]),
]

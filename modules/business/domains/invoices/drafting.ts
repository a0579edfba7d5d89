import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Id, ListOf, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { documentTotals } from '../../pricing/document.ts'
import type { Tax } from '../../pricing/price.ts'
import { lockBillingIn } from '../billing/currency.ts'
import type { lockBilling } from '../billing/profile.ts'
import { Currency } from '../plans/plan.ts'
import { accountOfSubscription } from '../subscriptions/subscription.ts'
import { announce } from './announcing.ts'
import { type Invoice, readInvoice } from './invoice.ts'
import { type DraftLine, draftLines, MAX_SUM_CENTS, NewInvoiceLine } from './line.ts'
import { takeNumber } from './numbers.ts'

const fields = {
  currency: Type.Optional(Currency),
  due_at: Type.Optional(Time('When it must be paid; by default 30 days after it is issued')),
  notes: Type.Optional(Text(2000, { description: 'Text below the lines' })),
  lines: ListOf(NewInvoiceLine, {
    minItems: 1,
    maxItems: 100,
    description: 'What is billed',
    examples: [[{ description: 'Setup', quantity: 1, unit_amount_cents: 2900 }]],
  }),
}

export const NewInvoice = Shape('NewInvoice', {
  subscription_id: Type.Optional(
    Id('The subscription it is for; workers must give it, and it selects their account'),
  ),
  ...fields,
})
export const NewAccountInvoice = Shape('NewAccountInvoice', {
  account_id: Id('The buyer'),
  ...fields,
})

type Requested = Omit<Static<typeof NewInvoice>, 'subscription_id'>
type LockedProfile = Awaited<ReturnType<typeof lockBilling>>

interface Draft {
  subscription_id?: string
  invoice_type: Static<typeof Invoice>['invoice_type']
  currency: Static<typeof Currency>
  tax_inclusive: boolean
  period_start?: Date
  period_end?: Date
  due_at?: Date
  notes?: string
  lines: DraftLine[]
}

/** Drafts an invoice of the account, by default for its subscription, which it must have. */
export async function createInvoice(
  ctx: Ctx,
  { subscription_id, ...input }: Static<typeof NewInvoice>,
) {
  const subscription = await findSubscription(ctx, subscription_id)
  if (!subscription) {
    throw fail.invalid({
      subscription_id: [
        subscription_id ? 'is not a subscription' : 'is required without a subscription',
      ],
    })
  }
  return draftManually(ctx, input, { subscription, mayReduce: ctx.actor.kind === 'worker' })
}

/** The same for a worker, in the account of the subscription. */
export async function createInvoiceOfSubscription(
  ctx: PlatformCtx,
  input: Static<typeof NewInvoice>,
) {
  const { subscription_id } = input
  if (!subscription_id) throw fail.invalid({ subscription_id: ['is required'] })
  return createInvoice(ctx.inAccount(await accountOfSubscription(ctx, subscription_id)), input)
}

/** Drafts an invoice for any account, as the seller. */
export async function createAccountInvoice(
  ctx: Ctx,
  { account_id, ...input }: Static<typeof NewAccountInvoice>,
) {
  const account = await ctx.db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', account_id)
    .executeTakeFirst()
  if (!account) throw fail.invalid({ account_id: ['is not an account'] })
  return draftManually(ctx.inAccount(account_id), input, { mayReduce: true })
}

async function draftManually(
  ctx: Ctx,
  { currency, lines, ...given }: Requested,
  {
    subscription,
    mayReduce,
  }: { subscription?: { id: string; currency: string }; mayReduce: boolean },
) {
  const drafted = draftLines(lines, mayReduce)
  if (subscription && currency && currency !== subscription.currency) {
    throw fail.invalid({ currency: [`must be ${subscription.currency}, as the subscription`] })
  }
  const id = await ctx.transaction(async (tx) => {
    const profile = await lockBillingIn(tx, currency ?? (subscription?.currency as typeof currency))
    return insertDraft(tx, profile, {
      ...given,
      ...(subscription && { subscription_id: subscription.id }),
      invoice_type: 'manual',
      currency: profile.currency,
      tax_inclusive: false,
      lines: drafted,
    })
  })
  return readInvoice(ctx, id)
}

/** Inserts a draft with its number. The caller holds the billing lock, and takes no further locks of others afterwards. */
export async function insertDraft(
  tx: Tx,
  profile: LockedProfile,
  { lines, ...draft }: Draft,
): Promise<string> {
  const id = randomUUIDv7()
  const totals = totalsOfLines(lines, taxOf(profile, draft.tax_inclusive))
  await tx
    .own('invoices')
    .insert({
      ...draft,
      ...totals,
      id,
      tax_basis_points: taxOf(profile, draft.tax_inclusive).rate,
      invoice_number: await takeNumber(tx, 'INV'),
      created_at: tx.now(),
      updated_at: tx.now(),
    })
    .execute()
  await insertLines(tx, id, lines, 1)
  await announce(tx, 'created', id)
  return id
}

export async function insertLines(tx: Tx, invoice_id: string, lines: DraftLine[], first: number) {
  if (lines.length === 0) return
  await tx
    .own('invoice_lines')
    .insert(
      lines.map(({ basis, unit_amount_cents, amount_cents, ...line }, index) => ({
        ...line,
        invoice_id,
        position: first + index,
        unit_amount_cents: Number(unit_amount_cents),
        amount_cents: Number(amount_cents),
        basis: { ...basis },
      })),
    )
    .execute()
}

/** The tax of the account's documents. */
export const taxOf = (
  { tax_exempt, tax_basis_points }: Pick<LockedProfile, 'tax_exempt' | 'tax_basis_points'>,
  inclusive: boolean,
): Tax => ({ rate: tax_exempt ? 0 : tax_basis_points, inclusive })

/** The totals that a document of these lines has; 422 if it cannot be one. */
export function totalsOfLines(
  lines: readonly { amount_cents: bigint | number; taxable: boolean }[],
  tax: Tax,
) {
  const parts = lines.map(({ amount_cents, taxable }) => ({
    amount_cents: BigInt(amount_cents),
    taxable,
  }))
  const totals = documentTotals(parts, tax)
  if (totals.total_cents < 0n) throw fail.invalid({ lines: ['cannot sum to less than zero'] })
  const sum = parts.reduce((all, { amount_cents }) => all + amount_cents, 0n)
  if (sum > BigInt(MAX_SUM_CENTS)) throw fail.invalid({ lines: ['sum to more than can be billed'] })
  return {
    subtotal_cents: Number(totals.subtotal_cents),
    tax_cents: Number(totals.tax_cents),
    total_cents: Number(totals.total_cents),
  }
}

function findSubscription(ctx: Ctx, id: string | undefined) {
  const query = ctx
    .own('subscriptions')
    .select()
    .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
    .select(['subscriptions.id', 'plans.currency'])
  return id
    ? query.where('subscriptions.id', '=', id).executeTakeFirst()
    : query
        .where('subscriptions.status', 'not in', ['cancelled', 'incomplete_expired'])
        .executeTakeFirst()
}

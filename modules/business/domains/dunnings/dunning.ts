import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { type SelectQueryBuilder, sql, type Updateable } from 'kysely'
import type { Static } from 'typebox'
import { AccountName, accountAt, InvoiceNumber } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { Currency } from '../plans/plan.ts'

export const Dunning = Shape('Dunning', {
  id: Id(),
  account: AccountName,
  invoice: Shape({
    id: Id(),
    invoice_number: InvoiceNumber,
    amount_due_cents: Cents('What is still to be paid'),
    currency: Currency,
  }),
  subscription_id: Id('The subscription it is for'),
  status: Choice(
    ['open', 'recovered', 'exhausted', 'withdrawn'],
    'Recovered: the invoice was paid. Exhausted: it was written off. Withdrawn: it need not be paid',
  ),
  first_failed_at: Time('When its payment failed first'),
  attempts: Count('Scheduled attempts, the first failure included'),
  next_step_at: Nullable(Time('When it is tried again or reminded of; null afterwards')),
  failure_reason: Text(1000, { description: 'Why the last attempt failed' }),
  stopped_because: Nullable(
    Choice(
      ['hard', 'authentication', 'no_payment_method'],
      'Why it is not tried again automatically: the payment method never works, the person must authenticate, or there is none',
    ),
  ),
  closed_at: Nullable(Time('When it ended')),
  created_at: Time('When it started'),
  updated_at: Time('When it last changed'),
})

export const DunningFilters = {
  status: Dunning.properties.status,
  invoice_id: Id('Only of this invoice'),
}
export const AdminDunningFilters = { ...DunningFilters, account_id: Id('Only of this account') }

type Filters = QueryValues<typeof AdminDunningFilters>

export function listDunnings(ctx: Ctx, page: PageRequest, filters: Filters) {
  return paginate(ctx, filtered(ctx.own('dunnings').select(), filters), page, 'dunnings')
}

export function listAllDunnings(ctx: PlatformCtx, page: PageRequest, filters: Filters) {
  const all = ctx.acrossAccounts('admin.invoices.read').selectFrom('dunnings')
  return paginate(ctx, filtered(all, filters), page, 'dunnings')
}

/** Locks the dunning of an invoice until commit, if it has one that is open. The caller holds the billing lock. */
export function lockOpenDunning(tx: Tx, invoiceId: string) {
  return tx
    .own('dunnings')
    .select()
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .where('status', '=', 'open')
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export type LockedDunning = NonNullable<Awaited<ReturnType<typeof lockOpenDunning>>>

/** Changes columns of a locked dunning. */
export async function writeDunning(
  tx: Tx,
  id: string,
  columns: Omit<Updateable<DB['dunnings']>, 'id' | 'account_id' | 'updated_at'>,
): Promise<void> {
  await tx
    .own('dunnings')
    .update({ ...columns, updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
}

function filtered(from: Query<object>, { status, invoice_id, account_id }: Filters) {
  let query = selectDunnings(from)
  if (status) query = query.where('status', '=', status)
  if (invoice_id) query = query.where('invoice_id', '=', invoice_id)
  if (account_id) query = query.where('account_id', '=', account_id)
  return query
}

type Query<O> = SelectQueryBuilder<DB, 'dunnings', O>

function selectDunnings(query: Query<object>) {
  return query.select([
    'id',
    'subscription_id',
    'status',
    'first_failed_at',
    'attempts',
    'next_step_at',
    'failure_reason',
    'stopped_because',
    'closed_at',
    'created_at',
    'updated_at',
    accountAt('dunnings').as('account'),
    sql<Static<typeof Dunning>['invoice']>`(
      select jsonb_build_object('id', i.id, 'invoice_number', i.invoice_number,
        'amount_due_cents', i.amount_due_cents, 'currency', i.currency)
      from invoices i where i.id = dunnings.invoice_id)`.as('invoice'),
  ])
}

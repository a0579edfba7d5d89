import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Id,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { SelectQueryBuilder } from 'kysely'
import { type Static, Type } from 'typebox'
import { lockBillingIn } from '../billing/currency.ts'
import { AccountName, accountAt } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { post } from '../ledger/entry.ts'
import { Currency } from '../plans/plan.ts'
import { insertGrant } from './credit.ts'

const reason = Text(500, { description: 'Why it was given', examples: ['Sorry for the outage'] })

export const CreditGrant = Shape('CreditGrant', {
  id: Id(),
  account: AccountName,
  currency: Currency,
  amount_cents: Cents('Amount', 1000),
  remaining_cents: Cents('What is left of it', 1000),
  source: Choice(
    ['credit_note', 'payment', 'manual', 'refund'],
    'Where it came from; refund is one that failed',
  ),
  reason,
  created_at: Time('When it was given'),
})

export const NewCreditGrant = Shape('NewCreditGrant', {
  account_id: Id('The account'),
  amount_cents: Type.Integer({
    minimum: 1,
    maximum: 100_000_000_000,
    description: 'Amount',
    examples: [1000],
  }),
  currency: Type.Optional(Currency),
  reason,
})

export const CreditGrantFilters = { account_id: Id('Only of this account') }

/** The credit of every account. */
export function listCreditGrants(
  ctx: PlatformCtx,
  page: PageRequest,
  { account_id }: QueryValues<typeof CreditGrantFilters>,
) {
  const all = ctx.acrossAccounts('admin.credit_grants.read').selectFrom('credit_grants')
  const query = selectGrants(account_id ? all.where('account_id', '=', account_id) : all)
  return paginate(ctx, query, page, 'credit_grants')
}

/** Gives an account credit for goodwill. Its next invoices use it. */
export async function grantGoodwill(
  ctx: Ctx,
  { account_id, amount_cents, currency: requested, reason }: Static<typeof NewCreditGrant>,
) {
  const account = await ctx.db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', account_id)
    .executeTakeFirst()
  if (!account) throw fail.invalid({ account_id: ['is not an account'] })
  return ctx.inAccount(account_id).transaction(async (tx) => {
    const { currency } = await lockBillingIn(tx, requested)
    const grant = { currency, amount_cents, reason }
    const id = await insertGrant(tx, { ...grant, source: 'manual', source_id: null })
    await post(tx, {
      kind: 'credit_granted',
      subject_type: 'credit_grant',
      subject_id: id,
      currency,
      debit: { sales: amount_cents },
      credit: { credit_balance: amount_cents },
    })
    await tx.audit('credit_grant.created', id, { new: grant })
    return selectGrants(tx.own('credit_grants').select())
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  })
}

function selectGrants(query: SelectQueryBuilder<DB, 'credit_grants', object>) {
  return query.select([
    'id',
    'currency',
    'amount_cents',
    'remaining_cents',
    'source',
    'reason',
    'created_at',
    accountAt('credit_grants').as('account'),
  ])
}

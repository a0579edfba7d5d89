import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Flag,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { lockBillingIn } from '../billing/currency.ts'
import { AccountName, accountAt } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { post } from '../ledger/entry.ts'
import { Currency } from '../plans/plan.ts'
import { insertGrant, usableCredit } from './credit.ts'
import { expiresSoon } from './expiring.ts'
import { notifyOfCredit } from './notifying.ts'

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
  expires_at: Nullable(Time('Until when it can be used; null if it does not expire')),
  expired_cents: Cents('What expired of it', 0),
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
  expires_at: Type.Optional(
    Time(
      'Until when it can be used; otherwise it does not expire. Credit that expires is used first',
    ),
  ),
})

export const CreditGrantFilters = {
  is_usable: Flag('Only credit that can still be used, or only the rest'),
}
export const AdminCreditGrantFilters = { account_id: Id('Only of this account') }

/** The credit of the account. */
export function listCreditGrants(
  ctx: Ctx,
  page: PageRequest,
  { is_usable }: QueryValues<typeof CreditGrantFilters>,
) {
  const own = selectGrants(ctx.own('credit_grants').select())
  const usable = usableCredit(ctx.now())
  if (is_usable === undefined) return paginate(ctx, own, page, 'credit_grants')
  const query = own.where(is_usable ? usable : sql<boolean>`not (${usable})`)
  return paginate(ctx, query, page, 'credit_grants')
}

/** The credit of every account. */
export function listAllCreditGrants(
  ctx: PlatformCtx,
  page: PageRequest,
  { account_id }: QueryValues<typeof AdminCreditGrantFilters>,
) {
  const all = ctx.acrossAccounts('admin.credit_grants.read').selectFrom('credit_grants')
  const query = selectGrants(account_id ? all.where('account_id', '=', account_id) : all)
  return paginate(ctx, query, page, 'credit_grants')
}

/** Gives an account credit for goodwill. Its next invoices use it. */
export async function grantGoodwill(
  ctx: Ctx,
  {
    account_id,
    amount_cents,
    currency: requested,
    reason,
    expires_at,
  }: Static<typeof NewCreditGrant>,
) {
  const account = await ctx.db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', account_id)
    .executeTakeFirst()
  if (!account) throw fail.invalid({ account_id: ['is not an account'] })
  return ctx.inAccount(account_id).transaction(async (tx) => {
    if (expires_at && expires_at <= tx.now()) {
      throw fail.invalid({ expires_at: ['must be in the future'] })
    }
    const { currency } = await lockBillingIn(tx, requested)
    const grant = { currency, amount_cents, reason, expires_at: expires_at ?? null }
    const expiry_reminded_at = expires_at && expiresSoon(tx, expires_at) ? tx.now() : null
    const source = { source: 'manual', source_id: null, expiry_reminded_at } as const
    const id = await insertGrant(tx, { ...grant, ...source })
    await post(tx, {
      kind: 'credit_granted',
      subject_type: 'credit_grant',
      subject_id: id,
      currency,
      debit: { sales: amount_cents },
      credit: { credit_balance: amount_cents },
    })
    await tx.audit('credit_grant.created', id, { new: grant })
    await tx.emit('credit_grant.created', {
      ...{ id, amount_cents, currency, reason },
      expires_at: expires_at?.toISOString() ?? null,
    })
    await notifyOfCredit(tx, { id, ...grant })
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
    'expires_at',
    'created_at',
    sql<number>`coalesce((select sum(e.amount_cents) from credit_expiries e
      where e.grant_id = credit_grants.id), 0)::bigint`.as('expired_cents'),
    accountAt('credit_grants').as('account'),
  ])
}

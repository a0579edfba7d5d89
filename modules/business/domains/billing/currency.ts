import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { usableCredit } from '../credit_grants/credit.ts'
import type { Currency } from '../plans/plan.ts'
import { lockBilling, writeProfile } from './profile.ts'

type CurrencyCode = Static<typeof Currency>

/**
 * The currency that the account must be billed in: that of an unpaid invoice, of its credit or its subscription. Undefined if
 * it has none of these.
 */
export async function boundCurrency(ctx: Ctx): Promise<CurrencyCode | undefined> {
  const invoice = ctx
    .own('invoices')
    .select()
    .select('currency')
    .where('status', 'in', ['draft', 'open'])
    .limit(1)
  const credit = ctx
    .own('credit_grants')
    .select()
    .select('currency')
    .where(usableCredit(ctx.now()))
    .limit(1)
  const plan = ctx
    .own('subscriptions')
    .select()
    .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
    .select('plans.currency')
    .where('subscriptions.status', 'not in', ['cancelled', 'incomplete_expired'])
    .limit(1)
  const { rows } = await sql<{ currency: CurrencyCode | null }>`
    select coalesce(${invoice}, ${credit}, ${plan}) as currency`.execute(ctx.db)
  return rows[0]?.currency ?? undefined
}

/**
 * Locks the billing of the account and fixes its currency: the given one, by default the one it is billed in. 422 if it must be
 * billed in another.
 */
export async function lockBillingIn(tx: Tx, requested: CurrencyCode | undefined) {
  const profile = await lockBilling(tx)
  const bound = await boundCurrency(tx)
  const currency = requested ?? bound ?? profile.currency ?? 'USD'
  requireCurrency(bound, currency)
  if (currency !== profile.currency) await writeProfile(tx, { currency })
  return { ...profile, currency }
}

/** An account is billed in one currency at a time. */
export function requireCurrency(
  bound: CurrencyCode | undefined,
  currency: CurrencyCode,
  field = 'currency',
): void {
  if (bound === undefined || bound === currency) return
  throw fail.invalid({ [field]: [`must be in ${bound}: this account is billed in it`] })
}

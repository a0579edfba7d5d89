import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
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
  const invoice = await ctx
    .own('invoices')
    .select()
    .select('currency')
    .where('status', 'in', ['draft', 'open'])
    .limit(1)
    .executeTakeFirst()
  if (invoice) return invoice.currency
  const credit = await ctx
    .own('credit_grants')
    .select()
    .select('currency')
    .where(usableCredit(ctx.now()))
    .limit(1)
    .executeTakeFirst()
  if (credit) return credit.currency
  const plan = await ctx
    .own('subscriptions')
    .select()
    .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
    .select('plans.currency')
    .where('subscriptions.status', 'not in', ['cancelled', 'incomplete_expired'])
    .executeTakeFirst()
  return plan?.currency
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

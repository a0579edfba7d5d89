import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { mailOwners } from '../subscriptions/owner_mails.ts'
import { sweptAccounts } from '../test_clocks/billing_time.ts'

/** Days before a card expires on which the owners are told. */
const NOTICES = [0, 7, 14, 30]

/** A card is valid to the end of its expiry month. */
const lastDay = sql<Date>`(make_timestamptz(exp_year, exp_month, 1, 0, 0, 0, 'UTC')
  + interval '1 month' - interval '1 day')`

/** Tells the owners of accounts whose default card expires, once for each notice. Returns how many were told. */
export async function noticeExpiringCards(ctx: PlatformCtx): Promise<number> {
  const latest = new Date(ctx.now().getTime() + Math.max(...NOTICES) * DAY_MS)
  const cards = await ctx
    .acrossAccounts({ because: 'the daily sweep covers every account' })
    .selectFrom('payment_methods')
    .select(['id', 'account_id'])
    .where(sweptAccounts(ctx))
    .where('is_default', '=', true)
    .where('exp_year', '<=', latest.getUTCFullYear())
    .where(lastDay, '<=', latest)
    .where(sql<boolean>`coalesce(expiry_notice_days, 31) > 0`)
    .execute()
  let told = 0
  for (const { id, account_id } of cards) {
    const accountCtx = ctx.inAccount(account_id, { kind: 'system' })
    if (await accountCtx.transaction((tx) => noticeExpiry(tx, id))) told++
  }
  return told
}

/** The times at which the owners of the account are told that its default card expires. */
export async function dueTimesOfExpiry(ctx: Ctx): Promise<Date[]> {
  const cards = await ctx
    .own('payment_methods')
    .select()
    .select(lastDay.as('last_day'))
    .where('is_default', '=', true)
    .where('exp_year', 'is not', null)
    .execute()
  return cards.flatMap(({ last_day }) =>
    NOTICES.map((days) => new Date(last_day.getTime() - days * DAY_MS)),
  )
}

async function noticeExpiry(tx: Tx, id: string): Promise<boolean> {
  const card = await tx
    .own('payment_methods')
    .select()
    .select(['brand', 'payment_type', 'last_four', 'expiry_notice_days', lastDay.as('last_day')])
    .where('id', '=', id)
    .where('is_default', '=', true)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!card?.last_day) return false
  const left = Math.max(0, Math.ceil((card.last_day.getTime() - tx.now().getTime()) / DAY_MS))
  const notice = NOTICES.find((days) => left <= days)
  if (notice === undefined || notice >= (card.expiry_notice_days ?? 31)) return false
  await tx
    .own('payment_methods')
    .update({ expiry_notice_days: notice })
    .where('id', '=', id)
    .execute()
  await tx.audit('payment_method.expiring', id, { metadata: { days_left: left } })
  await mailOwners(
    tx,
    'card_expiring',
    {
      card: nameOf(card),
      when: left === 0 ? 'today' : `in ${left === 1 ? 'a day' : `${left} days`}`,
    },
    '/billing',
  )
  return true
}

/** "Visa ending in 4242" */
function nameOf({
  brand,
  payment_type,
  last_four,
}: {
  brand: string | null
  payment_type: string
  last_four: string | null
}) {
  const kind = brand ?? payment_type
  const name = kind.charAt(0).toUpperCase() + kind.slice(1)
  return last_four ? `${name} ending in ${last_four}` : name
}

import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { sweepBalances } from '../billing/sweep.ts'
import { dueTimesOfCredit } from '../credit_grants/expiring.ts'
import { advanceDunnings, dueTimesOfDunnings } from '../dunnings/sweep.ts'
import { dueTimesOfBalances } from '../invoices/balances.ts'
import { dueTimesOfExpiry, noticeExpiringCards } from '../payment_methods/expiring.ts'
import { askAboutPayments, dueTimesOfPayments } from '../payments/recovering.ts'
import { askAboutRefunds, dueTimesOfRefunds } from '../refunds/recovering.ts'
import { dueTimesOfSubscription } from '../subscriptions/due.ts'
import { advanceSubscriptions } from '../subscriptions/sweep.ts'

/** Why an advance cannot go on, in words. Any other error is tried again. */
export class AdvanceStopped extends Error {}

/**
 * Does what is due for an account at the time of its context, as the sweeps of all accounts do at the present. Returns whether
 * anything was: it can make more due at the same time.
 */
export async function sweepAccount(ctx: Ctx): Promise<boolean> {
  const { behind: _, failed, ...subscriptions } = await advanceSubscriptions(ctx)
  const dunnings = await advanceDunnings(ctx)
  const balances = await sweepBalances(ctx)
  if (failed + dunnings.failed + balances.failed > 0) {
    throw new AdvanceStopped('What was due could not be done; the log of the server says why')
  }
  const others = [
    await askAboutPayments(ctx),
    await askAboutRefunds(ctx),
    await noticeExpiringCards(ctx),
  ]
  const swept = [subscriptions, dunnings, balances].flatMap((counts) => Object.values(counts))
  return [...swept, ...others].some((count) => count > 0)
}

/** The next time after that of the context at which something is due for the account. */
export async function nextDue(ctx: Ctx): Promise<Date | undefined> {
  const times = [
    ...(await dueTimesOfSubscription(ctx)),
    ...(await dueTimesOfDunnings(ctx)),
    ...(await dueTimesOfPayments(ctx)),
    ...(await dueTimesOfRefunds(ctx)),
    ...(await dueTimesOfExpiry(ctx)),
    ...(await dueTimesOfCredit(ctx)),
    ...(await dueTimesOfBalances(ctx)),
  ]
  const later = times.filter((time) => time > ctx.now()).map((time) => time.getTime())
  return later.length > 0 ? new Date(Math.min(...later)) : undefined
}

import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { post } from '../ledger/entry.ts'
import { usableOf } from './usable.ts'

/** Credit that a void invoice returns can be used for at least so many days. */
const RETURNED_DAYS = 30

type CurrencyCode = DB['credit_grants']['currency']

interface Grant {
  currency: CurrencyCode
  amount_cents: number
  source: DB['credit_grants']['source']
  source_id: string | null
  reason: string
  /** Null if it does not expire. */
  expires_at?: Date | null
  expiry_reminded_at?: Date | null
}

/** Adds credit. The caller holds the billing lock of the account and posts to the ledger why it is given. */
export async function insertGrant(tx: Tx, grant: Grant): Promise<string> {
  const id = randomUUIDv7()
  await tx
    .own('credit_grants')
    .insert({ ...grant, id, remaining_cents: grant.amount_cents, created_at: tx.now() })
    .execute()
  return id
}

/** Whether credit can be used at a moment. What has expired is taken out of the balance some minutes later. */
export const usableCredit = (at: Date) =>
  sql<boolean>`remaining_cents > 0 and (expires_at is null or expires_at > ${at})`

/**
 * Uses credit for an invoice, up to `due_cents`: first what expires, the soonest first, then the rest, the oldest first.
 * Disputed money is not used. Returns how much was. The caller holds the billing lock of the account.
 */
export async function applyCredit(
  tx: Tx,
  invoice: { id: string; currency: CurrencyCode; due_cents: number },
  at: Date,
): Promise<number> {
  const grants = await tx
    .own('credit_grants')
    .select()
    .select(['id', 'source', 'source_id', 'remaining_cents'])
    .where('currency', '=', invoice.currency)
    .where(usableCredit(at))
    .orderBy(sql`expires_at asc nulls last`)
    .orderBy('created_at')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  let used = 0
  for (const { id: grant_id, remaining_cents } of await usableOf(tx, grants)) {
    const amount_cents = Math.min(remaining_cents, invoice.due_cents - used)
    if (amount_cents === 0) break
    await changeRemaining(tx, grant_id, -amount_cents)
    const id = randomUUIDv7()
    await tx
      .own('credit_uses')
      .insert({ id, grant_id, invoice_id: invoice.id, amount_cents, created_at: at })
      .execute()
    await post(tx, {
      kind: 'credit_used',
      subject_type: 'credit_use',
      subject_id: id,
      currency: invoice.currency,
      debit: { credit_balance: amount_cents },
      credit: { receivable: amount_cents },
    })
    used += amount_cents
  }
  return used
}

/**
 * Returns the credit that an invoice used to its grants. What would have expired can be used for 30 days more, because it was
 * used in time. The caller holds the billing lock of the account.
 */
export async function returnCredit(
  tx: Tx,
  invoice: { id: string; currency: CurrencyCode },
): Promise<void> {
  const uses = await tx
    .own('credit_uses')
    .update({ reversed_at: tx.now() })
    .where('invoice_id', '=', invoice.id)
    .where('reversed_at', 'is', null)
    .returning(['id', 'grant_id', 'amount_cents'])
    .execute()
  const usableUntil = new Date(tx.now().getTime() + RETURNED_DAYS * DAY_MS)
  for (const { id, grant_id, amount_cents } of uses) {
    await changeRemaining(tx, grant_id, amount_cents, usableUntil)
    await post(tx, {
      kind: 'credit_reversed',
      subject_type: 'credit_use',
      subject_id: id,
      currency: invoice.currency,
      debit: { receivable: amount_cents },
      credit: { credit_balance: amount_cents },
    })
  }
}

/** What is left of the credit that a payment became. */
export async function creditLeftOf(tx: Tx, paymentId: string): Promise<number> {
  const left = await grantsOfPayment(tx, paymentId)
  return left.reduce((sum, { remaining_cents }) => sum + remaining_cents, 0)
}

/**
 * Takes back credit that a payment became, because it is paid back: at most `creditLeftOf`. The caller holds the billing lock of
 * the account and posts to the ledger.
 */
export async function takeBackCredit(
  tx: Tx,
  paymentId: string,
  amount_cents: number,
): Promise<void> {
  let rest = amount_cents
  for (const { id, remaining_cents } of await grantsOfPayment(tx, paymentId)) {
    const taken = Math.min(rest, remaining_cents)
    if (taken === 0) continue
    rest -= taken
    await tx
      .own('credit_grants')
      .update({})
      .set((eb) => ({
        remaining_cents: eb('remaining_cents', '-', taken),
        refunded_cents: eb('refunded_cents', '+', taken),
      }))
      .where('id', '=', id)
      .execute()
  }
  if (rest > 0) throw new Error('more credit was taken back than is left')
}

function grantsOfPayment(tx: Tx, paymentId: string) {
  return tx
    .own('credit_grants')
    .select()
    .select(['id', 'remaining_cents'])
    .where('source', '=', 'payment')
    .where('source_id', '=', paymentId)
    .forNoKeyUpdate()
    .execute()
}

/** The credit that the account can use, in each currency in which it has any. */
export async function creditBalances(ctx: Ctx) {
  const grants = await ctx
    .own('credit_grants')
    .select()
    .select(['currency', 'source', 'source_id', 'remaining_cents'])
    .where(usableCredit(ctx.now()))
    .orderBy('currency')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const byCurrency = Map.groupBy(await usableOf(ctx, grants), ({ currency }) => currency)
  return [...byCurrency].map(([currency, usable]) => ({
    currency,
    amount_cents: usable.reduce((sum, { remaining_cents }) => sum + remaining_cents, 0),
  }))
}

/** Changes what remains of a grant. One that expires can be used until a time at least, if it is given. */
export async function changeRemaining(tx: Tx, id: string, by: number, usableUntil?: Date) {
  await tx
    .own('credit_grants')
    .update({})
    .set((eb) => ({
      remaining_cents: eb('remaining_cents', '+', by),
      ...(usableUntil && {
        expires_at: sql<Date | null>`case when expires_at < ${usableUntil} then ${usableUntil} else expires_at end`,
      }),
    }))
    .where('id', '=', id)
    .execute()
}

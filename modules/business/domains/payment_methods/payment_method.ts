import { lockAccount } from '@powernode/modules/identity/domains/accounts/account.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
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
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { enqueueDetach, switchOff, withdraw } from './detaching.ts'

const year = (description: string) => Type.Integer({ description, examples: [2030] })

export const PaymentMethod = Shape('PaymentMethod', {
  id: Id(),
  gateway: Choice(['stripe', 'paypal'], 'Payment gateway'),
  external_id: Text(255, { description: 'Id at the gateway', examples: ['pm_1Q2w3E'] }),
  payment_type: Choice(['card', 'bank', 'paypal', 'apple_pay', 'google_pay'], 'Type'),
  last_four: Nullable(Text(4, { description: 'Last four digits', examples: ['4242'] })),
  brand: Nullable(Text(50, { description: 'Card brand', examples: ['visa'] })),
  exp_month: Nullable(Type.Integer({ description: 'Expiry month', examples: [12] })),
  exp_year: Nullable(year('Expiry year')),
  cardholder_name: Nullable(Text(200, { description: 'Name on the card' })),
  livemode: Flag('Whether money moves; false in the test mode of the gateway'),
  is_default: Flag('Whether it is the one that is charged'),
  is_active: Flag('Whether it can be charged'),
  created_at: Time('When it was added'),
  updated_at: Time('When it last changed'),
})

export const PaymentMethodFilters = {
  default: Flag('Only the default one, or only the others'),
  active: Flag('Only active ones, or only inactive ones'),
}

type Filters = QueryValues<typeof PaymentMethodFilters>
type Attached = Omit<
  Static<typeof PaymentMethod>,
  'id' | 'livemode' | 'is_default' | 'is_active' | 'created_at' | 'updated_at'
> & { livemode?: boolean; fingerprint?: string | null }

const columns = [
  'id',
  'gateway',
  'external_id',
  'payment_type',
  'last_four',
  'brand',
  'exp_month',
  'exp_year',
  'cardholder_name',
  'livemode',
  'is_default',
  'is_active',
  'created_at',
  'updated_at',
] as const

export function listPaymentMethods(ctx: Ctx, page: PageRequest, filters: Filters) {
  let query = ctx.own('payment_methods').select().select(columns)
  if (filters.default !== undefined) query = query.where('is_default', '=', filters.default)
  if (filters.active !== undefined) query = query.where('is_active', '=', filters.active)
  return paginate(ctx, query, page, 'payment_methods')
}

export async function readPaymentMethod(ctx: Ctx, id: string): Promise<Method> {
  const query = ctx.own('payment_methods').select().select(columns).where('id', '=', id)
  const method = await query.executeTakeFirst()
  if (!method) throw fail.notFound('payment_method')
  return method
}

/**
 * Stores a payment method as described by the gateway; the first of an account becomes the default. An existing one is
 * updated, and so is the one with the same card, which the gateway then detaches. 422 on `external_id` if it belongs to another
 * account.
 */
export async function storePaymentMethod(tx: Tx, method: Attached, makeDefault = false) {
  await lockAccount(tx, tx.account.id)
  const existing = (await findByKey(tx, method)) ?? (await findSameCard(tx, method))
  if (existing?.is_active && existing.external_id !== method.external_id) {
    await enqueueDetach(tx, existing)
  }
  const is_default = makeDefault || !(await defaultOf(tx))
  if (is_default) await clearDefault(tx)
  const row = { ...method, is_active: true, expiry_notice_days: null, updated_at: tx.now() }
  const attached = existing
    ? await tx
        .own('payment_methods')
        .update({ ...row, ...(is_default && { is_default }) })
        .where('id', '=', existing.id)
        .returning(columns)
        .executeTakeFirstOrThrow()
    : await insert(tx, { ...row, is_default })
  const action = existing ? 'payment_method.updated' : 'payment_method.created'
  await tx.audit(action, attached.id, { new: auditedFields(attached) })
  if (!existing?.is_active) {
    const { id, gateway, payment_type } = attached
    await tx.emit('payment_method.created', { id, gateway, payment_type, is_default })
  }
  return attached
}

/** Makes it the default; an account with payment methods always has exactly one. */
export async function setDefault(ctx: Ctx, id: string) {
  return ctx.transaction(async (tx) => {
    await lockAccount(tx, tx.account.id)
    const method = await readPaymentMethod(tx, id)
    if (!isUsable(tx, method)) throw fail.invalid({ base: ['This payment method has expired'] })
    if (method.is_default) return method
    await clearDefault(tx)
    const chosen = await choose(tx, id)
    await tx.audit('payment_method.chosen', id, { new: auditedFields(chosen) })
    const { gateway, payment_type } = chosen
    await tx.emit('payment_method.chosen', { id, gateway, payment_type, is_default: true })
    return chosen
  })
}

/**
 * Removes a payment method here and at the gateway. The newest of the others becomes the default. One that paid for something
 * is kept inactive. The only one cannot be removed while a paid plan uses it.
 */
export async function removePaymentMethod(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    await lockAccount(tx, tx.account.id)
    const method = await readPaymentMethod(tx, id)
    if (!method.is_active) throw fail.notFound('payment_method')
    const others = await othersThan(tx, id)
    const usable = others.filter((other) => isUsable(tx, other))
    if (isUsable(tx, method) && usable.length === 0 && (await paysForSomething(tx))) {
      throw fail.with('payment_method_in_use')
    }
    await withdraw(tx, id)
    await enqueueDetach(tx, method)
    await endRemoval(tx, method, usable[0] ?? others[0])
  })
}

/** Switches off a payment method that was removed at its gateway. The newest of the others becomes the default. */
export async function deactivatePaymentMethod(tx: Tx, id: string): Promise<void> {
  await lockAccount(tx, tx.account.id)
  const method = await readPaymentMethod(tx, id)
  if (!method.is_active) return
  const others = await othersThan(tx, id)
  await switchOff(tx, id)
  await endRemoval(tx, method, others.find((other) => isUsable(tx, other)) ?? others[0])
}

const othersThan = (tx: Tx, id: string): Promise<Method[]> =>
  tx
    .own('payment_methods')
    .select()
    .select(columns)
    .where('id', '!=', id)
    .where('is_active', '=', true)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

async function endRemoval(tx: Tx, method: Method, next: Method | undefined): Promise<void> {
  const { id, gateway, payment_type, is_default } = method
  if (is_default && next) await choose(tx, next.id)
  await tx.audit('payment_method.deleted', id, { old: auditedFields(method) })
  await tx.emit('payment_method.deleted', { id, gateway, payment_type, is_default })
}

/** The default payment method, if the account has any. */
export function defaultMethods(ctx: Ctx) {
  return ctx
    .own('payment_methods')
    .select()
    .select(columns)
    .where('is_default', '=', true)
    .execute()
}

/** Whether the account has a payment method that can be charged. */
export async function hasUsablePaymentMethod(ctx: Ctx): Promise<boolean> {
  const method = await ctx
    .own('payment_methods')
    .select()
    .select('id')
    .where(usableMethod(ctx))
    .limit(1)
    .executeTakeFirst()
  return method !== undefined
}

/** A condition on payment methods: active, and valid to the end of the expiry month. */
export function usableMethod(ctx: Pick<Ctx, 'now'>) {
  const now = ctx.now()
  const month = now.getUTCFullYear() * 12 + now.getUTCMonth() + 1
  return sql<boolean>`is_active and coalesce(exp_year * 12 + exp_month, ${month}) >= ${month}`
}

type Method = Static<typeof PaymentMethod>

/** The same for a row. */
function isUsable(ctx: Ctx, { is_active, exp_month, exp_year }: Method): boolean {
  const expires = exp_year && exp_month && new Date(Date.UTC(exp_year, exp_month, 1))
  return is_active && (!expires || expires > ctx.now())
}

/** Whether a subscription with a price has not ended. */
async function paysForSomething(tx: Tx): Promise<boolean> {
  const paid = await tx
    .own('subscriptions')
    .select()
    .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
    .select('subscriptions.id')
    .where('subscriptions.status', 'in', ['trialing', 'active', 'past_due', 'unpaid'])
    .where('cancel_at_period_end', '=', false)
    .where('price_cents', '>', 0)
    .executeTakeFirst()
  return paid !== undefined
}

function findByKey(tx: Tx, { gateway, external_id }: Pick<Method, 'gateway' | 'external_id'>) {
  return tx
    .own('payment_methods')
    .select()
    .select(columns)
    .where('gateway', '=', gateway)
    .where('external_id', '=', external_id)
    .executeTakeFirst()
}

/** The row of the same card: the gateway names it by a new id each time it is added. */
async function findSameCard(tx: Tx, { gateway, livemode = true, fingerprint }: Attached) {
  if (!fingerprint) return undefined
  return tx
    .own('payment_methods')
    .select()
    .select(columns)
    .where('fingerprint', '=', fingerprint)
    .where('gateway', '=', gateway)
    .where('livemode', '=', livemode)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function defaultOf(tx: Tx) {
  return tx
    .own('payment_methods')
    .select()
    .select('id')
    .where('is_default', '=', true)
    .executeTakeFirst()
}

async function insert(tx: Tx, row: Attached & { is_default: boolean }): Promise<Method> {
  const created = await tx
    .own('payment_methods')
    .insert(row)
    .onConflict((conflict) => conflict.columns(['gateway', 'external_id']).doNothing())
    .returning(columns)
    .executeTakeFirst()
  if (!created) throw fail.invalid({ external_id: ['belongs to another account'] })
  return created
}

async function clearDefault(tx: Tx) {
  await tx
    .own('payment_methods')
    .update({ is_default: false, updated_at: tx.now() })
    .where('is_default', '=', true)
    .execute()
}

function choose(tx: Tx, id: string): Promise<Method> {
  return tx
    .own('payment_methods')
    .update({ is_default: true, updated_at: tx.now() })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()
}

function auditedFields({ gateway, payment_type, brand, last_four, is_default }: Method) {
  return { gateway, payment_type, brand, last_four, is_default }
}

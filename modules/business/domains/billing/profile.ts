import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import {
  Changes,
  Email,
  Flag,
  Nullable,
  Pattern,
  Shape,
  Text,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import type { Selectable } from 'kysely'
import { type Static, Type } from 'typebox'
import { Currency } from '../plans/plan.ts'

const line = (description: string, example: string) =>
  Nullable(Title(200, { description, examples: [example] }))

const address = {
  line1: line('Street and number', '12 St James’s Square'),
  line2: line('More of the street address', 'Floor 3'),
  city: line('City', 'London'),
  region: line('State or province', 'Greater London'),
  postal_code: line('Postal code', 'SW1Y 4JH'),
}

export const Address = Shape('Address', address)

export const TaxRate = Type.Number({
  minimum: 0,
  maximum: 0.9999,
  description: 'Rate of tax from 0 to 0.9999, with up to four decimal places',
  examples: [0.19],
})

const written = {
  legal_name: Nullable(
    Title(200, { description: 'Name on invoices; the name of the account if null' }),
  ),
  email: Nullable(Email('Address for invoices; the billing email of the account if null')),
  address: Address,
  country: Nullable(
    Pattern('^[A-Z]{2}$', 'must be two capital letters, as in GB', {
      description: 'Country, ISO 3166-1 alpha-2',
      examples: ['GB'],
    }),
  ),
  tax_id: Nullable(Title(50, { description: 'Tax number on invoices', examples: ['GB123456789'] })),
}

export const BillingProfile = Shape('BillingProfile', {
  ...written,
  currency: Nullable(Currency),
  tax_rate: TaxRate,
  tax_exempt: Flag('Whether no tax is charged'),
  exemption_note: Nullable(Text(500, { description: 'Why, as printed on invoices' })),
})

const { tax_rate, tax_exempt, exemption_note } = BillingProfile.properties

export const BillingProfileChanges = Changes(
  'BillingProfileChanges',
  Shape({
    ...written,
    address: Changes('AddressChanges', Address),
  }),
)
export const TaxChanges = Changes('TaxChanges', Shape({ tax_rate, tax_exempt, exemption_note }))

export type BillingProfileValues = Static<typeof BillingProfile>

const columns = [
  'legal_name',
  'email',
  'address',
  'country',
  'tax_id',
  'currency',
  'tax_basis_points',
  'tax_exempt',
  'exemption_note',
] as const

const NO_ADDRESS = { line1: null, line2: null, city: null, region: null, postal_code: null }

export async function readProfile(ctx: Ctx): Promise<BillingProfileValues> {
  return profileOf(await ctx.own('billing_profiles').select().select(columns).executeTakeFirst())
}

/** Changes what the account may say about itself. What it leaves out of the address stays. */
export async function updateProfile(ctx: Ctx, changes: Static<typeof BillingProfileChanges>) {
  await ctx.transaction(async (tx) => {
    const before = profileOf(await lockBilling(tx))
    const merged = { ...before.address, ...changes.address }
    await writeProfile(tx, { ...changes, address: merged })
    await tx.audit('billing_profile.updated', tx.account.id, diffOf(before, changes))
  })
  return readProfile(ctx)
}

/** The profiles that a transaction has locked, by account. */
const lockedIn = new WeakMap<Tx['db'], Map<string, Row>>()

/**
 * Locks the billing of the account until commit. Every change of its invoices, credit and payments takes this lock first,
 * so that they cannot be based on outdated amounts. A transaction that holds it may take it again.
 */
export async function lockBilling(tx: Tx): Promise<Row> {
  const row = lockedIn.get(tx.db)?.get(tx.account.id) ?? (await lockProfile(selectToLock(tx), tx))
  if (!row) throw new Error('the account has no billing profile')
  return row
}

/** The same for a sweep: undefined if another transaction holds the lock. */
export function tryLockBilling(tx: Tx): Promise<Row | undefined> {
  return lockProfile(selectToLock(tx).skipLocked(), tx)
}

async function lockProfile(query: ReturnType<typeof selectToLock>, tx: Tx) {
  let row = await query.executeTakeFirst()
  if (!row) {
    await ensureProfile(tx)
    row = await query.executeTakeFirst()
  }
  if (row) lockedIn.set(tx.db, (lockedIn.get(tx.db) ?? new Map()).set(tx.account.id, row))
  return row
}

function selectToLock(tx: Tx) {
  return tx.own('billing_profiles').select().select(columns).forNoKeyUpdate()
}

function ensureProfile(tx: Tx) {
  return tx
    .own('billing_profiles')
    .insert({ created_at: tx.now(), updated_at: tx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Changes columns of the locked profile. */
export async function writeProfile(
  tx: Tx,
  changes: Parameters<ReturnType<typeof tx.own<'billing_profiles'>>['update']>[0],
): Promise<void> {
  await tx
    .own('billing_profiles')
    .update({ ...changes, updated_at: tx.now() })
    .execute()
  lockedIn.delete(tx.db)
}

type Row = Pick<Selectable<DB['billing_profiles']>, (typeof columns)[number]>

/** The profile of a row; an account without one has the defaults. */
export function profileOf(row: Row | undefined): BillingProfileValues {
  const { tax_basis_points = 0, address: given, ...rest } = row ?? {}
  return {
    legal_name: null,
    email: null,
    country: null,
    tax_id: null,
    currency: null,
    tax_exempt: false,
    exemption_note: null,
    ...rest,
    address: { ...NO_ADDRESS, ...given },
    tax_rate: tax_basis_points / 10_000,
  }
}

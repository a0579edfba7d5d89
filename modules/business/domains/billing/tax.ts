import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { matchesWordStart } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Id, type QueryValues, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { basisPointsOf } from '../../pricing/document.ts'
import { BillingProfile, lockBilling, profileOf, type TaxChanges, writeProfile } from './profile.ts'

export const AccountBillingProfile = Shape('AccountBillingProfile', {
  id: Id('The account'),
  name: Text(100, { description: 'Name of the account' }),
  ...BillingProfile.properties,
})

export const BillingProfileFilters = { search: Text(100, { description: 'Part of the name' }) }

/** The billing profile of every account. */
export async function listProfiles(
  ctx: Ctx,
  page: PageRequest,
  { search }: QueryValues<typeof BillingProfileFilters>,
) {
  let query = selectProfiles(ctx)
  if (search) query = query.where((eb) => matchesWordStart(eb.ref('accounts.name'), search))
  const listing = await paginate(ctx, query, page, 'accounts')
  return { ...listing, rows: listing.rows.map(accountProfileOf) }
}

export async function readAccountProfile(ctx: Ctx, id: string) {
  const row = await selectProfiles(ctx).where('accounts.id', '=', id).executeTakeFirst()
  if (!row) throw fail.notFound('billing_profile')
  return accountProfileOf(row)
}

/** Sets the tax of an account. Issued invoices keep theirs. */
export async function changeTax(ctx: Ctx, id: string, changes: Static<typeof TaxChanges>) {
  await readAccountProfile(ctx, id)
  const { tax_rate, ...columns } = changes
  const tax_basis_points = tax_rate === undefined ? undefined : basisPointsOf(tax_rate)
  if (tax_rate !== undefined && tax_basis_points === undefined) {
    throw fail.invalid({ tax_rate: ['must have at most four decimal places'] })
  }
  await ctx.inAccount(id).transaction(async (tx) => {
    const before = profileOf(await lockBilling(tx))
    await writeProfile(tx, {
      ...columns,
      ...(tax_basis_points !== undefined && { tax_basis_points }),
    })
    await tx.audit('billing_profile.tax_changed', id, diffOf(before, changes))
  })
  return readAccountProfile(ctx, id)
}

function selectProfiles(ctx: Ctx) {
  return ctx
    .acrossAccounts('admin.billing_profiles.read')
    .selectFrom('accounts')
    .leftJoin('billing_profiles as p', 'p.account_id', 'accounts.id')
    .select(['accounts.id', 'accounts.name'])
    .select((eb) => [
      eb.ref('p.legal_name').as('legal_name'),
      eb.ref('p.email').as('email'),
      eb.ref('p.address').as('address'),
      eb.ref('p.country').as('country'),
      eb.ref('p.tax_id').as('tax_id'),
      eb.ref('p.currency').as('currency'),
      eb.ref('p.exemption_note').as('exemption_note'),
      sql<number>`coalesce(p.tax_basis_points, 0)`.as('tax_basis_points'),
      sql<boolean>`coalesce(p.tax_exempt, false)`.as('tax_exempt'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectProfiles>['executeTakeFirstOrThrow']>>

function accountProfileOf({ id, name, address, ...row }: Row) {
  return { id, name, ...profileOf({ ...row, address: address ?? {} }) }
}

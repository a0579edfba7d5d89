import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import type { BillingProfileValues } from '../billing/profile.ts'

const text = (description: string) => Nullable(Text(2000, { description }))

/** A party of an invoice, as it was named when the invoice was issued. */
export const Party = Shape('InvoiceParty', {
  name: Text(200, { description: 'Name' }),
  address: text('Address, in lines'),
  email: text('Email address'),
  tax_id: text('Tax number'),
  exemption_note: text('Why no tax is charged'),
})

type PartyValues = Static<typeof Party>

/** The seller of this installation. */
export function sellerOf({ platform }: Ctx): PartyValues {
  const { seller_name, seller_address, seller_tax_id, system_name, support_email } =
    platform.settings.values
  return {
    name: seller_name ?? system_name,
    address: seller_address,
    email: support_email,
    tax_id: seller_tax_id,
    exemption_note: null,
  }
}

/** The account as a buyer: what its billing profile leaves out comes from the account. */
export async function buyerOf(ctx: Ctx, profile: BillingProfileValues): Promise<PartyValues> {
  const account = await ctx.db
    .selectFrom('accounts')
    .select(['name', 'billing_email', 'tax_id'])
    .where('id', '=', ctx.account.id)
    .executeTakeFirstOrThrow()
  const { line1, line2, city, region, postal_code } = profile.address
  const lines = [
    line1,
    line2,
    [postal_code, city].filter(Boolean).join(' '),
    region,
    profile.country,
  ]
  return {
    name: profile.legal_name ?? account.name,
    address: lines.filter(Boolean).join('\n') || null,
    email: profile.email ?? account.billing_email,
    tax_id: profile.tax_id ?? account.tax_id,
    exemption_note: profile.tax_exempt ? profile.exemption_note : null,
  }
}

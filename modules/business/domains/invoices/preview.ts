import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { ListOf, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { creditBalances } from '../credit_grants/credit.ts'
import { Currency } from '../plans/plan.ts'
import { taxOf, totalsOfLines } from './drafting.ts'
import { carriedLine, carriedOver, tooLittle } from './issuing.ts'
import { Cents, type DraftLine } from './line.ts'

export const InvoicePreview = Shape('InvoicePreview', {
  currency: Currency,
  subtotal_cents: Cents('Sum without tax'),
  tax_cents: Cents('Tax', 551),
  total_cents: Cents('Sum with tax', 3451),
  credit_cents: Cents('Credit of the account that it will use', 0),
  carried_cents: Cents('Too little to collect, and due with the invoice after it', 0),
  amount_due_cents: Cents('What will have to be paid', 3451),
  lines: ListOf(
    Shape({
      description: Text(500, { description: 'What it is for', examples: ['Team'] }),
      amount_cents: Cents('Amount'),
    }),
    { description: 'Its lines' },
  ),
})

interface Previewed {
  currency: Static<typeof Currency>
  tax_inclusive: boolean
  lines: DraftLine[]
}

/** What an invoice of these lines would be if it were issued now. */
export async function previewInvoice(
  ctx: Ctx,
  { currency, tax_inclusive, lines }: Previewed,
): Promise<Static<typeof InvoicePreview>> {
  const profile = (await ctx
    .own('billing_profiles')
    .select()
    .select(['tax_exempt', 'tax_basis_points'])
    .executeTakeFirst()) ?? { tax_exempt: false, tax_basis_points: 0 }
  const all = [...lines, ...(await carriedOver(ctx, currency)).map(carriedLine)]
  const totals = totalsOfLines(all, taxOf(profile, tax_inclusive))
  const balances = await creditBalances(ctx)
  const balance = balances.find((one) => one.currency === currency)?.amount_cents ?? 0
  const credit_cents = Math.min(balance, totals.total_cents)
  const due = totals.total_cents - credit_cents
  const carried_cents = tooLittle(due, currency)
  return {
    currency,
    ...totals,
    credit_cents,
    carried_cents,
    amount_due_cents: due - carried_cents,
    lines: all.map(({ description, amount_cents }) => ({
      description,
      amount_cents: Number(amount_cents),
    })),
  }
}

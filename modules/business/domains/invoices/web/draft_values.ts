import type { Data } from '~/api'

type Invoice = Data<'/api/v1/invoices/{id}', 'get'>

/** A line as the API takes it. */
type NewLine = {
  description: string
  line_type: 'usage' | 'discount' | 'adjustment'
  quantity: number
  unit_amount_cents: number
}

/** A line in the form of a draft. */
export type LineValues = {
  /** Tells lines apart while they are edited. */
  key: string
  description: string
  line_type: NewLine['line_type']
  quantity: number | string
  /** In units of the currency with cents as decimals. */
  unit_amount_cents: number | string
}

export type DraftValues = {
  account_id: string
  /** Empty for the one that the account is billed in. */
  currency: Invoice['currency'] | ''
  /** The day, `2027-01-31`; empty for 30 days after it is issued. */
  due_on: string
  notes: string
  lines: LineValues[]
}

export const emptyLine: LineValues = {
  ...{ key: 'first', description: '', line_type: 'usage', quantity: 1, unit_amount_cents: '' },
}

const centsOf = (amount: number | string) => Math.round(Number(amount) * 100)

/** The sum without tax, in cents. */
export const sumOfLines = (lines: readonly LineValues[]): number =>
  lines.reduce(
    (sum, { quantity, unit_amount_cents }) => sum + Number(quantity) * centsOf(unit_amount_cents),
    0,
  )

/** The form of a draft as it is. */
export function valuesOfDraft({ account, currency, due_at, notes, lines }: Invoice): DraftValues {
  return {
    account_id: account.id,
    currency,
    due_on: due_at?.slice(0, 10) ?? '',
    notes: notes ?? '',
    lines: lines.map(({ id, description, line_type, quantity, unit_amount_cents }) => ({
      ...{ key: id, description, quantity },
      line_type: line_type === 'discount' || line_type === 'adjustment' ? line_type : 'usage',
      unit_amount_cents: unit_amount_cents / 100,
    })),
  }
}

/** What the API takes for these lines. */
export const linesOfValues = (lines: readonly LineValues[]): NewLine[] =>
  lines.map(({ description, line_type, quantity, unit_amount_cents }) => ({
    ...{ description: description.trim(), line_type, quantity: Number(quantity) },
    unit_amount_cents: centsOf(unit_amount_cents),
  }))

/** The end of a day in UTC; null without one. */
export const endOfDay = (day: string): string | null => (day ? `${day}T23:59:59Z` : null)

import {
  Choice,
  Flag,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { type Line, lineOf } from '../../pricing/price.ts'

/** The largest sum of lines that is accepted, so that totals with tax are safe integers. */
export const MAX_SUM_CENTS = 1_000_000_000_000_000

/** An amount in a reply. */
export const Cents = (description: string, example = 2900) =>
  Type.Integer({ description, examples: [example] })

const period = {
  period_start: Nullable(Time('Start of the time it is for')),
  period_end: Nullable(Time('End of the time it is for, exclusive')),
}

const Quantity = Type.Integer({
  minimum: 1,
  maximum: 100_000,
  description: 'How many units',
  examples: [1],
})

export const InvoiceLine = Shape('InvoiceLine', {
  id: Id(),
  line_type: Choice(
    ['subscription', 'usage', 'discount', 'adjustment', 'carried'],
    'Kind; carried is the balance of an earlier invoice, which was taxed there',
  ),
  description: Text(500, { description: 'What it is for', examples: ['Team'] }),
  quantity: Quantity,
  unit_amount_cents: Cents('Price of one unit'),
  amount_cents: Cents(
    'Quantity times price, or what it was computed to; negative if it is given back',
  ),
  proration: Flag('Whether it is for a part of a period'),
  ...period,
})

export const NewInvoiceLine = Shape('NewInvoiceLine', {
  description: InvoiceLine.properties.description,
  quantity: Quantity,
  unit_amount_cents: Type.Integer({
    minimum: -MAX_SUM_CENTS,
    maximum: MAX_SUM_CENTS,
    description: 'Price of one unit; negative only for a discount or adjustment',
    examples: [2900],
  }),
  line_type: Type.Optional(Choice(['usage', 'discount', 'adjustment'], 'Kind; `usage` by default')),
  period_start: Type.Optional(period.period_start),
  period_end: Type.Optional(period.period_end),
})

/** A line before it has a position in an invoice. */
export type DraftLine = Omit<Line, 'line_type'> & {
  line_type: Static<typeof InvoiceLine>['line_type']
  taxable: boolean
  plan_id?: string
  period_start?: Date | null
  period_end?: Date | null
}

/** The lines of a request. Only the seller may reduce what is billed. */
export function draftLines(
  lines: Static<typeof NewInvoiceLine>[],
  mayReduce: boolean,
): DraftLine[] {
  return lines.map((given, index) => {
    const { description, quantity, unit_amount_cents, line_type = 'usage', ...period } = given
    const field = `lines.${index}`
    if (unit_amount_cents < 0 && (line_type === 'usage' || !mayReduce)) {
      throw fail.invalid({ [`${field}.unit_amount_cents`]: ['cannot be negative'] })
    }
    if (unit_amount_cents > 0 && line_type === 'discount') {
      throw fail.invalid({ [`${field}.unit_amount_cents`]: ['of a discount cannot be positive'] })
    }
    if (period.period_start && period.period_end && period.period_end <= period.period_start) {
      throw fail.invalid({ [`${field}.period_end`]: ['must be after the start'] })
    }
    const basis = { version: 1, kind: 'price', unit_cents: unit_amount_cents, quantity } as const
    return { ...lineOf(description, quantity, basis), line_type, taxable: true, ...period }
  })
}

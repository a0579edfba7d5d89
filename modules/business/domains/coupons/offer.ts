import { Pattern } from '@powernode/server/platform/http/shapes.ts'
import { Type } from 'typebox'

export const DiscountCode = Pattern(
  '^[A-Za-z0-9_-]{2,50}$',
  'must have 2 to 50 letters, digits, hyphens or underscores',
  {
    maxLength: 50,
    description: 'A code, whatever its case',
    examples: ['SPRING-25'],
  },
)
export const PercentOff = Type.Number({
  minimum: 0.01,
  maximum: 100,
  description: 'What it takes off the price of a unit, in percent with up to two decimal places',
  examples: [25],
})
export const AmountOff = Type.Integer({
  minimum: 1,
  maximum: 100_000_000_00,
  description: 'What it takes off the price of a period, in the smallest unit of the currency',
  examples: [1000],
})
export const Periods = Type.Integer({
  minimum: 1,
  maximum: 1000,
  description: 'For how many billing periods; null for good',
  examples: [3],
})

import { Id, ListOf, Nullable, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { type TProperties, Type } from 'typebox'
import { Cents } from '../invoices/line.ts'
import { Currency } from '../plans/plan.ts'
import { Definition, definitionsOf } from './definitions.ts'
import { MetricPeriod, type MetricRange, shownRange } from './range.ts'
import type { MetricScope } from './scope.ts'
import type { SnapshotSeries } from './snapshot.ts'

/** The shape of an answer about a range: whose figures, in which currency, how recent, and what each means. */
export const MetricAnswer = <T extends TProperties>(name: string, fields: T) =>
  Shape(name, {
    account_id: Nullable(Id('The account; null for all')),
    currency: Currency,
    excluded_currencies: ListOf(Currency, {
      description: 'Other currencies with revenue, which are left out: nothing is converted',
    }),
    as_of: Nullable(Time('When the newest figures were computed; null before any were')),
    period: MetricPeriod,
    ...fields,
    definitions: ListOf(Definition, { description: 'What the figures mean' }),
  })

export function answerOf(
  scope: MetricScope,
  range: MetricRange,
  { currency, excluded_currencies, as_of }: SnapshotSeries,
  figures: Parameters<typeof definitionsOf>[1],
) {
  return {
    ...{ account_id: scope, currency, excluded_currencies, as_of },
    period: shownRange(range),
    definitions: definitionsOf(scope, figures),
  }
}

export const Percent = (description: string, example: number) =>
  Type.Number({ description: `${description}, in percent with two places`, examples: [example] })

export const Partial = Type.Boolean({
  description: 'Whether the period was not over when it was computed',
})

export const Mrr = Cents('Monthly recurring revenue', 16_717)

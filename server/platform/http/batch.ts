import { isStorable } from '@powernode/contract/text.ts'
import { type Static, type TSchema, Type } from 'typebox'
import type { PlatformCtx } from '../db/context.ts'
import { outageOf } from '../db/outages.ts'
import { ITEM_BY_ITEM } from './bounds.ts'
import { Count, ListOf, Shape } from './shapes.ts'
import { compileStrict, fieldErrors, type Validator } from './validation.ts'

/** A list whose items do not have to be good all together: the verb sorts them with `checkItems`. */
export const Batch = <T extends TSchema>(
  of: T,
  about: { minItems?: number; maxItems: number; description: string; examples?: unknown[] },
) => Type.Array(of, { ...about, [ITEM_BY_ITEM]: true })

/** What a route that takes a batch answers about items it could not take. */
export const RefusedItems = ListOf(
  Shape('RefusedItem', {
    index: Count('Place in the list that was sent, from 0', [0]),
    reason: Type.String({
      description: 'Why this item was not taken; the others were',
      examples: ['http_status must be at most 599'],
    }),
  }),
  { description: 'Items that could not be taken; sending them again as they are is no use' },
)

export type RefusedItem = Static<typeof RefusedItems>[number]

export interface CheckedItems<T> {
  good: { index: number; item: T }[]
  refused: RefusedItem[]
}

const validators = new WeakMap<TSchema, Validator>()

/** Sorts the items of a batch into those that fit their schema and can be stored, and the others with the reason. */
export function checkItems<T extends TSchema>(of: T, items: Static<T>[]): CheckedItems<Static<T>> {
  const fits = validators.get(of) ?? compileStrict(of)
  validators.set(of, fits)
  const checked: CheckedItems<Static<T>> = { good: [], refused: [] }
  for (const [index, item] of items.entries()) {
    const reason = fits(item) ? unstorable(item) : reasonOf(fits)
    if (reason) checked.refused.push({ index, reason })
    else checked.good.push({ index, item })
  }
  return checked
}

/**
 * Records judged items together or, where that fails, each alone, so that none fails for another. `record` runs in a
 * transaction of its own and may run several times. Throws when nothing could be recorded for a reason that may pass.
 */
export async function recordEach<T>(
  ctx: PlatformCtx,
  { good, refused }: CheckedItems<T>,
  record: (items: T[]) => Promise<number>,
): Promise<{ recorded_count: number; refused: RefusedItem[] }> {
  if (good.length === 0) return { recorded_count: 0, refused }
  try {
    return { recorded_count: await record(good.map(({ item }) => item)), refused }
  } catch (error) {
    if (outageOf(error)) throw error
    ctx.log.error({ err: error }, 'a batch could not be recorded as a whole')
  }
  const failed: { index: number; error: unknown }[] = []
  let recorded_count = 0
  for (const { index, item } of good) {
    try {
      recorded_count += await record([item])
    } catch (error) {
      failed.push({ index, error })
    }
  }
  const passing = failed.find(({ error }) => !isBadValue(error))
  if (passing && failed.length === good.length) throw passing.error
  const more = failed.map(({ index }) => ({ index, reason: 'it could not be recorded' }))
  return { recorded_count, refused: [...refused, ...more].sort((a, b) => a.index - b.index) }
}

/** What `make` makes for one item; null, and a place among the refused, where it throws. */
export function refuseOnError<T>(
  { log }: PlatformCtx,
  refused: RefusedItem[],
  index: number,
  make: () => T,
): T | null {
  try {
    return make()
  } catch (error) {
    log.error({ err: error }, 'an item of a batch could not be prepared')
    refused.push({ index, reason: 'it could not be prepared' })
    return null
  }
}

function reasonOf({ errors }: Validator): string {
  const fields = Object.entries(fieldErrors(errors ?? []))
  return fields.map(([field, texts]) => `${field} ${texts.join(', ')}`).join('; ')
}

const unstorable = (item: unknown) =>
  isStorable(item) ? undefined : 'it contains characters that cannot be stored'

/** Whether PostgreSQL refused the value itself (classes 22 and 23), which it will do again. */
function isBadValue(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: string }).code ?? ''))
}

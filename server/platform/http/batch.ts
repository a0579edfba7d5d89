import { isStorable } from '@powernode/contract/text.ts'
import { type Static, type TSchema, Type } from 'typebox'
import type { PlatformCtx } from '../db/context.ts'
import { outageOf } from '../db/outages.ts'
import { ITEM_BY_ITEM } from './bounds.ts'
import { Count, ListOf, Shape } from './shapes.ts'
import { compileStrict, fieldErrors, type Validator } from './validation.ts'

/** A list whose items are validated one by one: the verb separates valid and invalid ones with `checkItems`. */
export const Batch = <T extends TSchema>(
  of: T,
  about: { minItems?: number; maxItems: number; description: string; examples?: unknown[] },
) => Type.Array(of, { ...about, [ITEM_BY_ITEM]: true })

/** The refused items in the response to a batch. */
export const RefusedItems = ListOf(
  Shape('RefusedItem', {
    index: Count('Position in the list, from 0', [0]),
    reason: Type.String({
      description: 'Why this item was not accepted',
      examples: ['http_status must be at most 599'],
    }),
  }),
  { description: 'Items that were not accepted. Do not retry them unchanged' },
)

export type RefusedItem = Static<typeof RefusedItems>[number]

export interface CheckedItems<T> {
  good: { index: number; item: T }[]
  refused: RefusedItem[]
}

const validators = new WeakMap<TSchema, Validator>()

/** Separates valid items of a batch from invalid ones, with the reason. */
export function checkItems<T extends TSchema>(of: T, items: Static<T>[]): CheckedItems<Static<T>> {
  const isValid = validators.get(of) ?? compileStrict(of)
  validators.set(of, isValid)
  const checked: CheckedItems<Static<T>> = { good: [], refused: [] }
  for (const [index, item] of items.entries()) {
    const reason = isValid(item) ? unstorable(item) : reasonOf(isValid)
    if (reason) checked.refused.push({ index, reason })
    else checked.good.push({ index, item })
  }
  return checked
}

/**
 * Records valid items together or, if that fails, one by one, so that one bad item does not affect others. `record` runs in
 * its own transaction and may run several times. Throws if nothing could be recorded because of a temporary failure.
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
    ctx.log.error({ err: error }, 'a batch could not be recorded at once')
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
  const temporary = failed.find(({ error }) => !isBadValue(error))
  if (temporary && failed.length === good.length) throw temporary.error
  const more = failed.map(({ index }) => ({ index, reason: 'could not be recorded' }))
  return { recorded_count, refused: [...refused, ...more].sort((a, b) => a.index - b.index) }
}

/** The result of `make` for one item; if it throws, returns null and adds the item to `refused`. */
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
    refused.push({ index, reason: 'could not be prepared' })
    return null
  }
}

function reasonOf({ errors }: Validator): string {
  const fields = Object.entries(fieldErrors(errors ?? []))
  return fields.map(([field, texts]) => `${field} ${texts.join(', ')}`).join('; ')
}

const unstorable = (item: unknown) =>
  isStorable(item) ? undefined : 'contains characters that cannot be stored'

/** Whether PostgreSQL refused the value itself (classes 22 and 23), so that a retry is useless. */
function isBadValue(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: string }).code ?? ''))
}

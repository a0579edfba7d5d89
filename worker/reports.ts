import type { Logger } from 'pino'
import { FinalError } from './client.ts'

/** What the server made of one item of a batch: its answer, or why it did not take the item. */
export type ItemResult<A> = { answer: A } | { refused: string }

/** Puts what was refused of a batch in its place among the answers, which come in the order of the items. */
export function itemResults<A>(
  answers: A[],
  refused: { index: number; reason: string }[] = [],
): ItemResult<A>[] {
  const reasons = new Map(refused.map(({ index, reason }) => [index, reason]))
  return answers.map((answer, index) => {
    const reason = reasons.get(index)
    return reason === undefined ? { answer } : { refused: reason }
  })
}

/** The answer to one item, or the reason why the server did not take it as a failure that stays. */
export function answerTo<A>(taken: ItemResult<A>): A {
  if ('refused' in taken) throw new FinalError(`the server refused it: ${taken.refused}`)
  return taken.answer
}

/**
 * Reports an outcome. One that the server refuses is logged, and reported once more as `plain` makes it of the reason, so
 * that it ends as failed instead of being done again.
 */
export async function report<T>(
  send: (outcome: T) => Promise<ItemResult<unknown>>,
  outcome: T,
  plain: (reason: string) => T,
  log: Logger,
): Promise<void> {
  const taken = await send(outcome)
  if (!('refused' in taken)) return
  log.error({ reason: taken.refused }, 'the server refused an outcome')
  answerTo(await send(plain(`The outcome could not be recorded: ${taken.refused}`)))
}

import type { Logger } from 'pino'
import { batched } from './batched.ts'
import { type ApiClient, FinalError } from './client.ts'
import type { Work } from './runner.ts'

const BATCH = { size: 50, waitMs: 5 }

type Refused = { index: number; reason: string }[]

/**
 * Work that the server decides on and the worker does: it asks what a turn takes, does it, and reports the outcome.
 * Questions and outcomes travel in batches, through batches of its own for each client, so that a client dropped after an
 * outage takes its own along.
 */
export function inBatches<Turn, Request, Outcome>(calls: {
  /** What to do for each turn, in order. */
  prepare(api: ApiClient, turns: Turn[]): Promise<{ requests: Request[]; refused: Refused }>
  report(api: ApiClient, outcomes: Outcome[]): Promise<{ refused: Refused }>
}) {
  const open = ({ api, outcomes }: Work) => ({
    prepare: batched(async (turns: Turn[]) => {
      const { requests, refused } = await calls.prepare(api, turns)
      return itemResults(requests, refused)
    }, BATCH),
    report: batched(async (ended: Outcome[]) => {
      const { refused } = await calls.report(outcomes, ended)
      return itemResults<unknown>(ended, refused)
    }, BATCH),
  })
  const opened = new WeakMap<ApiClient, ReturnType<typeof open>>()
  const batchesOf = (work: Work) => {
    const batches = opened.get(work.api) ?? open(work)
    opened.set(work.api, batches)
    return batches
  }
  return {
    prepare: async (turn: Turn, work: Work) => answerTo(await batchesOf(work).prepare(turn)),
    /** `plain` makes an outcome of the reason why the server refused the first. */
    report: (outcome: Outcome, plain: (reason: string) => Outcome, work: Work) =>
      report(batchesOf(work).report, outcome, plain, work.log),
  }
}

/** What the server made of one item of a batch: its answer, or why it did not take the item. */
type ItemResult<A> = { answer: A } | { refused: string }

/** Puts what was refused of a batch in its place among the answers, which come in the order of the items. */
export function itemResults<A>(answers: A[], refused: Refused = []): ItemResult<A>[] {
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

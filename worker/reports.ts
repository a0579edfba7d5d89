import type { Logger } from 'pino'
import { batched } from './batched.ts'
import { type ApiClient, FinalError } from './client.ts'
import type { JobContext } from './runner.ts'

const BATCH = { size: 50, waitMs: 5, busyWaitMs: 20 }

type Refused = { index: number; reason: string }[]

/**
 * Work that the server specifies and the worker does: the worker requests the details of a turn, does the work and
 * reports the result. Requests and results are sent in batches. Each client has its own batches, so that replacing a
 * client after an outage drops its batches too.
 */
export function inBatches<Turn, Request, Outcome>(calls: {
  /** The details for each turn, in order. */
  prepare(api: ApiClient, turns: Turn[]): Promise<{ requests: Request[]; refused: Refused }>
  report(api: ApiClient, outcomes: Outcome[]): Promise<{ refused: Refused }>
}) {
  const open = ({ api, outcomes }: JobContext) => ({
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
  const batchesOf = (work: JobContext) => {
    const batches = opened.get(work.api) ?? open(work)
    opened.set(work.api, batches)
    return batches
  }
  return {
    prepare: async (turn: Turn, work: JobContext) =>
      resultOfItem(await batchesOf(work).prepare(turn)),
    /** `failedOutcome` builds an outcome from the reason why the server refused the first one. */
    report: (outcome: Outcome, failedOutcome: (reason: string) => Outcome, work: JobContext) =>
      report(batchesOf(work).report, outcome, failedOutcome, work.log),
  }
}

/** The server's result for one item of a batch: its response, or why it refused the item. */
type ItemResult<A> = { result: A } | { refused: string }

/** Inserts the refused items of a batch at their positions among the responses, which are in the order of the items. */
export function itemResults<A>(results: A[], refused: Refused = []): ItemResult<A>[] {
  const reasons = new Map(refused.map(({ index, reason }) => [index, reason]))
  return results.map((result, index) => {
    const reason = reasons.get(index)
    return reason === undefined ? { result: result } : { refused: reason }
  })
}

/** Returns the response to one item, or throws the server's refusal as a permanent failure. */
export function resultOfItem<A>(itemResult: ItemResult<A>): A {
  if ('refused' in itemResult) throw new FinalError(`the server refused it: ${itemResult.refused}`)
  return itemResult.result
}

/**
 * Reports a result. If the server refuses it, logs this and reports the outcome of `failedOutcome` instead, so that the
 * work ends as failed and is not repeated.
 */
export async function report<T>(
  send: (outcome: T) => Promise<ItemResult<unknown>>,
  outcome: T,
  failedOutcome: (reason: string) => T,
  log: Logger,
): Promise<void> {
  const itemResult = await send(outcome)
  if (!('refused' in itemResult)) return
  log.error({ reason: itemResult.refused }, 'the server refused an outcome')
  resultOfItem(
    await send(failedOutcome(`The outcome could not be recorded: ${itemResult.refused}`)),
  )
}

import { RefusedError } from './client.ts'

/**
 * Combines single requests into batches: up to `size` items added within `waitMs` are sent as one, or within `busyWaitMs` if
 * the last batch had several. `send` returns results in the order of the items; if it throws, each caller gets the error. A
 * batch that the server refuses as a whole is sent again item by item, so that only the invalid item fails.
 */
export function batched<Q, A>(
  send: (items: Q[]) => Promise<A[]>,
  { size, waitMs, busyWaitMs }: { size: number; waitMs: number; busyWaitMs: number },
): (item: Q) => Promise<A> {
  let waiting: { item: Q; resolve(result: A): void; reject(error: unknown): void }[] = []
  let timer: NodeJS.Timeout | undefined
  let busy = false

  function flush() {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    waiting = []
    busy = batch.length > 1
    send(batch.map((entry) => entry.item)).then(
      (results) => {
        for (const [index, entry] of batch.entries()) entry.resolve(results[index] as A)
      },
      (error) => {
        for (const entry of batch) {
          if (batch.length === 1 || !(error instanceof RefusedError)) entry.reject(error)
          else send([entry.item]).then(([result]) => entry.resolve(result as A), entry.reject)
        }
      },
    )
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (waiting.length >= size) flush()
      else timer ??= setTimeout(flush, busy ? busyWaitMs : waitMs)
    })
}

import { RefusedError } from './client.ts'

/**
 * Combines single requests into batches: up to `size` items added within `waitMs` are sent as one. `send` returns
 * results in the order of the items; if it throws, each caller gets the error. A batch that the server refuses as a
 * whole is sent again item by item, so that only the invalid item fails.
 */
export function batched<Q, A>(
  ask: (questions: Q[]) => Promise<A[]>,
  { size, waitMs }: { size: number; waitMs: number },
): (question: Q) => Promise<A> {
  let waiting: { question: Q; resolve(answer: A): void; reject(error: unknown): void }[] = []
  let timer: NodeJS.Timeout | undefined

  function flush() {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    waiting = []
    ask(batch.map((one) => one.question)).then(
      (answers) => {
        for (const [index, one] of batch.entries()) one.resolve(answers[index] as A)
      },
      (error) => {
        for (const one of batch) {
          if (batch.length === 1 || !(error instanceof RefusedError)) one.reject(error)
          else ask([one.question]).then(([answer]) => one.resolve(answer as A), one.reject)
        }
      },
    )
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (waiting.length >= size) flush()
      else timer ??= setTimeout(flush, waitMs)
    })
}

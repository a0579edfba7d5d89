import { RefusedError } from './client.ts'

/**
 * Turns single questions into batches: what is asked within `waitMs`, up to `size` of it, goes out as one. `ask` answers in
 * the order of the questions; when it fails, each asker is told. A batch that the server refuses as a whole is asked
 * again one by one, so that only whoever brought what is wrong with it is told.
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

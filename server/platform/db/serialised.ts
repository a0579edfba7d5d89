/**
 * Wraps a read so that two never overlap and each caller waits for one that began after the call: what is in memory
 * in the end is what the database said last. Callers that come while one waits share it.
 */
export function serialised(read: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  return () => {
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = undefined
        running = read()
        return running
      })
    return waiting
  }
}

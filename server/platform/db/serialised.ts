/**
 * Wraps a read so that two never overlap and each caller waits for one that started after the call: the memory always ends
 * up with the latest state. Callers share a read that has not started yet.
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

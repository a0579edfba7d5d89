/** Options of an enqueued job. */
export interface JobOptions {
  /** The earliest time to run. */
  runAt?: Date
  /** Runs before the other jobs of its queue, because a person waits for it. */
  urgent?: boolean
}

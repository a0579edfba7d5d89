/** Options of an enqueued job. */
export interface JobOptions {
  /** The earliest time to run. */
  runAt?: Date
}

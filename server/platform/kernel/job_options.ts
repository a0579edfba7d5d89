/** When a job runs. */
export interface JobOptions {
  /** Not before this. */
  runAt?: Date
}

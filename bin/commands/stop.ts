/** Settles on SIGINT or SIGTERM, and when the process that started this one is gone. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
    process.once('disconnect', () => done())
  })
}

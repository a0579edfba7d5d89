interface Log {
  error(fields: object, message: string): void
  fatal(fields: object, message: string): void
}

/**
 * Handles an uncaught error after logging it. After an unhandled rejection the process continues, because nothing is
 * left half done. After any other error it exits with 1, and its supervisor restarts it.
 */
export function logUncaught(log: Log): void {
  process.on('uncaughtException', (error, origin) => {
    if (origin === 'unhandledRejection')
      return log.error({ err: error }, 'unhandled promise rejection')
    log.fatal({ err: error }, 'uncaught exception')
    process.exit(1)
  })
}

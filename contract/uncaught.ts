interface Log {
  error(what: object, message: string): void
  fatal(what: object, message: string): void
}

/**
 * What a process does about an error that nobody caught, after writing it to the log. A promise that nobody waited for has
 * left nothing half done, so the process goes on. After anything else it ends with 1, and whoever keeps it starts it again.
 */
export function logUncaught(log: Log): void {
  process.on('uncaughtException', (error, origin) => {
    if (origin === 'unhandledRejection')
      return log.error({ err: error }, 'a promise was not caught')
    log.fatal({ err: error }, 'an error was not caught')
    process.exit(1)
  })
}

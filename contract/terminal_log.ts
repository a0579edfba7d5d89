import type { Environment } from './environment.ts'

/**
 * The variable in which `up` tells its processes that LOG_LEVEL is not set: a person reads their output, so it has only
 * warnings and errors, a line each. Everything from level `info` is still stored for the page Logs.
 */
export const TERMINAL_LOG = 'POWERNODE_TERMINAL_LOG'

/** The pino stream for the terminal, or undefined if the output is a log of JSON lines. */
export function openTerminalLog(environment: Environment) {
  if (environment[TERMINAL_LOG] !== '1') return
  const stream = { write: (line: string) => void process.stderr.write(terminalLine(line)) }
  return { stream, level: 'warn' as const }
}

/** "powernode: error: job failed (deliver_mail): connection refused" */
export function terminalLine(line: string): string {
  const { level, msg, job, reason, err } = JSON.parse(line)
  const cause = reason ?? err?.message
  const subject = job ? ` (${job})` : ''
  const detail = cause && cause !== msg ? `: ${cause}` : ''
  const text = `${msg ?? 'failed'}${subject}${detail}`.replace(/\s+/g, ' ')
  return `powernode: ${level >= 50 ? 'error' : 'warning'}: ${text}\n`
}

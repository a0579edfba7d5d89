import { expect, test } from 'vitest'
import { openTerminalLog, TERMINAL_LOG, terminalLine } from './terminal_log.ts'

const lineOf = (fields: object) => terminalLine(JSON.stringify(fields))

test('the terminal shows what happened and why, in one line', () => {
  const reason = 'connection\nrefused'
  expect(lineOf({ level: 50, msg: 'job failed', job: 'deliver_mail', reason })).toBe(
    'powernode: error: job failed (deliver_mail): connection refused\n',
  )
  expect(lineOf({ level: 40, msg: 'refused', err: { message: 'disk full', stack: 'at …' } })).toBe(
    'powernode: warning: refused: disk full\n',
  )
  expect(lineOf({ level: 40, msg: 'lost the LISTEN connection' })).toBe(
    'powernode: warning: lost the LISTEN connection\n',
  )
  expect(lineOf({ level: 50, msg: 'disk full', err: { message: 'disk full' } })).toBe(
    'powernode: error: disk full\n',
  )
})

test('only processes that `up` starts without LOG_LEVEL write for the terminal', () => {
  expect(openTerminalLog({})).toBeUndefined()
  expect(openTerminalLog({ [TERMINAL_LOG]: '1' })?.level).toBe('warn')
})

import { pino } from 'pino'
import { expect, test } from 'vitest'
import { FinalError } from './client.ts'
import { itemResults, report, resultOfItem } from './reports.ts'

const log = pino({ level: 'silent' })

test('a refused item of a batch keeps its position, and only it fails', () => {
  const results = itemResults(['a', null, 'c'], [{ index: 1, reason: 'turn is required' }])
  expect(results).toEqual([{ result: 'a' }, { refused: 'turn is required' }, { result: 'c' }])
  expect(() => resultOfItem({ refused: 'turn is required' })).toThrow(FinalError)
})

test('a refused result is reported once more with a plain reason, and then dropped', async () => {
  const sent: string[] = []
  const acceptOnly = (accepts: string) => async (outcome: string) => {
    sent.push(outcome)
    return outcome.startsWith(accepts) ? { result: undefined } : { refused: 'odd' }
  }
  const failedOutcome = (reason: string) => `plain: ${reason}`
  await report(acceptOnly('plain'), 'outcome', failedOutcome, log)
  expect(sent).toEqual(['outcome', 'plain: The outcome could not be recorded: odd'])
  await expect(report(acceptOnly('nothing'), 'outcome', failedOutcome, log)).rejects.toThrow(
    FinalError,
  )
  expect(sent).toHaveLength(4)
})

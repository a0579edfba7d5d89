import { pino } from 'pino'
import { expect, test } from 'vitest'
import { FinalError } from './client.ts'
import { answerTo, itemResults, report } from './reports.ts'

const log = pino({ level: 'silent' })

test('what was refused of a batch keeps its place, and fails alone', () => {
  const taken = itemResults(['a', null, 'c'], [{ index: 1, reason: 'turn is required' }])
  expect(taken).toEqual([{ answer: 'a' }, { refused: 'turn is required' }, { answer: 'c' }])
  expect(() => answerTo({ refused: 'turn is required' })).toThrow(FinalError)
})

test('an outcome that is refused is reported once more in plain words, and then no more', async () => {
  const sent: string[] = []
  const picky = (accepts: string) => async (outcome: string) => {
    sent.push(outcome)
    return outcome.startsWith(accepts) ? { answer: undefined } : { refused: 'odd' }
  }
  const plain = (reason: string) => `plain: ${reason}`
  await report(picky('plain'), 'outcome', plain, log)
  expect(sent).toEqual(['outcome', 'plain: The outcome could not be recorded: odd'])
  await expect(report(picky('nothing'), 'outcome', plain, log)).rejects.toThrow(FinalError)
  expect(sent).toHaveLength(4)
})

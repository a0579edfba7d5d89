import { pino } from 'pino'
import { expect, test } from 'vitest'
import { FinalError } from './client.ts'
import { answerTo, itemResults, report } from './reports.ts'

const log = pino({ level: 'silent' })

test('a refused item of a batch keeps its position, and only it fails', () => {
  const taken = itemResults(['a', null, 'c'], [{ index: 1, reason: 'turn is required' }])
  expect(taken).toEqual([{ answer: 'a' }, { refused: 'turn is required' }, { answer: 'c' }])
  expect(() => answerTo({ refused: 'turn is required' })).toThrow(FinalError)
})

test('a refused result is reported once more with a plain reason, and then dropped', async () => {
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

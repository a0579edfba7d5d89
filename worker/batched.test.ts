import { expect, test } from 'vitest'
import { batched } from './batched.ts'
import { RefusedError } from './client.ts'

test('questions asked together travel together and each gets its own answer', async () => {
  const batches: number[][] = []
  const double = batched(
    async (numbers: number[]) => {
      batches.push(numbers)
      return numbers.map((number) => number * 2)
    },
    { size: 3, waitMs: 1 },
  )
  const asked = [1, 2, 3, 4, 5]
  expect(await Promise.all(asked.map(double))).toEqual([2, 4, 6, 8, 10])
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
})

test('when the batch fails, everybody in it hears of it, and the next one starts afresh', async () => {
  let broken = true
  const ask = batched(
    async (questions: string[]) => {
      if (broken) throw new Error('no answer')
      return questions
    },
    { size: 10, waitMs: 1 },
  )
  const failed = await Promise.allSettled([ask('a'), ask('b')])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  broken = false
  expect(await ask('c')).toBe('c')
})

test('of a batch that is refused as a whole, only whoever brought what is wrong with it fails', async () => {
  const ask = batched(
    async (questions: string[]) => {
      if (questions.includes('odd')) throw new RefusedError('422 Validation failed')
      return questions
    },
    { size: 10, waitMs: 1 },
  )
  const asked = await Promise.allSettled([ask('a'), ask('odd'), ask('b')])
  expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
